/** Where people write to the team of the platform, as the server says; null when it says nothing. */
export function teamEmailOf(document: Document): string | null {
  const said = document.querySelector<HTMLMetaElement>('meta[name="platform-team"]')?.content ?? '';
  return said.includes('@') ? said : null;
}
