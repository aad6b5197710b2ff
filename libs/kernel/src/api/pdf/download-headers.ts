/** A file with personal data, handed over once: kept by no cache, run by no browser. Its name says what and when, never who. */
export const downloadHeaders = (type: string, fileName: string): Readonly<Record<string, string>> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${fileName}"`,
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
});
