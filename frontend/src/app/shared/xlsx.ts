import type { CsvRow } from './csv';

/** A workbook of one sheet: the least that spreadsheets open, as a zip whose parts are stored as they are. */
export function xlsxFile(header: readonly string[], rows: readonly CsvRow[]): Blob {
  const parts = { ...frame, 'xl/worksheets/sheet1.xml': sheet([header, ...rows]) };
  return new Blob([zip(Object.entries(parts)) as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="Données" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Escaped; control characters, which XML cannot hold, are left out. */
const written = (text: string): string => [...text].filter((c) => c >= ' ' || c === '\n' || c === '\t').join('').replace(/[&<>]/g, (c) => marks[c] ?? '');

/** Words are text and never a formula, whatever they begin with. */
const cell = (value: CsvRow[number]): string => {
  if (value === null || value === undefined) return '<c/>';
  return typeof value === 'number' && Number.isFinite(value) ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${written(String(value))}</t></is></c>`;
};

const sheet = (rows: readonly CsvRow[]): string => `${xml}<worksheet xmlns="${spreadsheet}"><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`;

/** CRC-32 as zip files want it. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** 1 January 1980: the same table makes the same file. */
const DAY = 0x21;
/** Names are UTF-8. */
const UTF8 = 0x0800;

/** Little-endian fields, as [bytes, value]. */
function fields(...given: readonly (readonly [number, number])[]): Uint8Array {
  const out = new DataView(new ArrayBuffer(given.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of given) {
    if (size === 2) out.setUint16(at, value, true);
    else out.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(out.buffer);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

function zip(entries: readonly (readonly [string, string])[]): Uint8Array {
  const encode = new TextEncoder();
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, text] of entries) {
    const [name, content] = [encode.encode(path), encode.encode(text)];
    const said = [[2, 20], [2, UTF8], [2, 0], [2, 0], [2, DAY], [4, crc32(content)], [4, content.length], [4, content.length], [2, name.length], [2, 0]] as const;
    const file = joined([fields([4, 0x04034b50], ...said), name, content]);
    files.push(file);
    directory.push(fields([4, 0x02014b50], [2, 20], ...said, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
    offset += file.length;
  }
  const listed = joined(directory);
  return joined([...files, listed, fields([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, listed.length], [4, offset], [2, 0])]);
}
