import { createHash } from 'node:crypto';

export type CellKey = readonly [measure: string, month: number, kind: string, place: string, detail: string];

/** From 0 to 65535, always the same for a cell: how much is added before rounding down. */
export const ditherOf = (secret: string, cell: CellKey): number => createHash('sha256').update(`${secret}|${cell.join('|')}`).digest().readUInt16BE(0);

export const figuresSecret = (masterKey: string): string => createHash('sha256').update(`public figures ${masterKey}`).digest('hex');
