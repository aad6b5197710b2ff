import { inflateSync } from 'node:zlib';

/** The words drawn on the pages: each string of the content streams, from its hexadecimal pieces. */
export const wordsOf = (pdf: Buffer): string => {
  const drawn: string[] = [];
  for (let from = pdf.indexOf('stream\n'); from >= 0; from = pdf.indexOf('stream\n', from + 1)) {
    const to = pdf.indexOf('\nendstream', from);
    if (to < 0) break;
    try {
      const content = inflateSync(pdf.subarray(from + 7, to)).toString('latin1');
      for (const [, pieces] of content.matchAll(/\[([^\]]*)\] TJ/g)) drawn.push([...pieces!.matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1')).join(''));
    } catch {
      // Not a page.
    }
  }
  return drawn.join(' ');
};
