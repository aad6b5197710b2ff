/** The State brand is for State operators only: the server says which theme to wear, neutral when it says nothing. */
export type Brand = 'state' | 'neutral';

export function brandOf(document: Document): Brand {
  return document.querySelector<HTMLMetaElement>('meta[name="platform-brand"]')?.content === 'state' ? 'state' : 'neutral';
}

export function applyBrand(document: Document): void {
  const root = document.documentElement;
  root.dataset['brand'] = brandOf(document);
  const dark = document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
  const follow = () => root.setAttribute('data-fr-theme', dark?.matches ? 'dark' : 'light');
  dark?.addEventListener('change', follow);
  follow();
}
