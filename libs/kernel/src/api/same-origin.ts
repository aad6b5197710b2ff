interface Headers {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

/**
 * Whether a request that may change something was made by our own pages. Browsers say so in `Sec-Fetch-Site` or `Origin` and pages cannot forge them;
 * a client that sends neither is not a browser and carries nobody's cookie by surprise.
 */
export const isSameOrigin = (headers: Headers, publicUrl?: string): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers.origin === undefined) return true;
  if (publicUrl && headers.origin === new URL(publicUrl).origin) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
};
