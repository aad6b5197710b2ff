import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { xlsxFile } from './xlsx';

/** Reads the zip by its central directory, as spreadsheets do, and checks what it says of each part. */
async function parts(blob: Blob): Promise<Map<string, string>> {
  const bytes = Buffer.from(await new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(blob);
  }));
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const found = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [crc, size, nameLength, offset] = [bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    expect(bytes.readUInt32LE(offset)).toBe(0x04034b50);
    const content = bytes.subarray(offset + 30 + nameLength, offset + 30 + nameLength + size);
    expect({ name, crc: crc32(content) }).toEqual({ name, crc });
    found.set(name, content.toString('utf8'));
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return found;
}

describe('a spreadsheet', () => {
  it('is a zip whose parts are whole, each named in the list of types or by the relations', async () => {
    const found = await parts(xlsxFile(['Mois', 'Départs'], [['mars', 12]]));
    expect([...found.keys()]).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml']);
    for (const text of found.values()) expect(new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')).toBeNull();
  });

  it('keeps numbers as numbers, words as words, and what looks like a formula as words', async () => {
    const sheet = (await parts(xlsxFile(['Nom', 'Nombre'], [['=A1 & <b>', -3.5], [null, 0]]))).get('xl/worksheets/sheet1.xml')!;
    const cells = [...new DOMParser().parseFromString(sheet, 'application/xml').querySelectorAll('c')].map((c) => [c.getAttribute('t'), c.textContent, c.querySelector('f')]);
    expect(cells).toEqual([['inlineStr', 'Nom', null], ['inlineStr', 'Nombre', null], ['inlineStr', '=A1 & <b>', null], [null, '-3.5', null], [null, '', null], [null, '0', null]]);
  });
});
