export type Row = readonly [insee: string | undefined, lat: unknown, lon: unknown];
interface ApiCommune {
  readonly code?: string;
  readonly centre?: { readonly coordinates?: readonly [lon: number, lat: number] };
}

/** In pages when the answer names the next one. */
export const fromApi = async (address: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (let url: string | null = address; url && !seen.has(url); ) {
    seen.add(url);
    const { communes, next } = await page(url);
    for (const { code, centre } of communes) rows.push([code, centre?.coordinates?.[1], centre?.coordinates?.[0]]);
    url = next;
  }
  return rows;
};

/** @throws Error that names the server and what is wrong with its answer */
const page = async (url: string): Promise<{ readonly communes: readonly ApiCommune[]; readonly next: string | null }> => {
  const { host } = new URL(url);
  const answer = await fetch(url, { signal: AbortSignal.timeout(120_000) }).catch(() => {
    throw new Error(`${host} cannot be reached`);
  });
  if (!answer.ok) throw new Error(`${host} answered ${answer.status}`);
  const communes: unknown = await answer.json().catch(() => null);
  if (!Array.isArray(communes)) throw new Error(`${host} did not answer a list of communes`);
  const next = /<([^>]+)>;\s*rel="?next"?/.exec(answer.headers.get('link') ?? '')?.[1];
  return { communes: communes as readonly ApiCommune[], next: next ? new URL(next, url).href : null };
};
