import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Id, isId } from '#kernel';

/** Somebody who was erased: an id, never a name. */
export interface Erasure {
  readonly person: Id;
  /** ISO instant. */
  readonly at: string;
  /** A code, so that nobody writes words about the person here. */
  readonly reason: string;
}

/** The ledger of erasures outside every database, one JSON line each: a backup that is restored does not take it back in time. All processes share it. */
export class ErasureFile {
  #read: { readonly size: number; readonly held: ReadonlyMap<Id, Erasure> } = { size: 0, held: new Map() };

  constructor(private readonly path: string) {}

  /** On the disk when it returns. */
  append(erasures: readonly Erasure[]): void {
    if (erasures.length === 0) return;
    const made = !existsSync(this.path);
    if (made) mkdirSync(dirname(this.path), { recursive: true });
    const file = openSync(this.path, 'a+', 0o600);
    try {
      const lines = erasures.map(({ person, at, reason }) => `${JSON.stringify({ person, at, reason })}\n`).join('');
      writeSync(file, isCut(file) ? `\n${lines}` : lines);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (made) syncFolder(dirname(this.path));
  }

  /** What it holds now, other processes' lines included; read again only when it has grown. */
  all(): ReadonlyMap<Id, Erasure> {
    const size = existsSync(this.path) ? statSync(this.path).size : 0;
    if (size !== this.#read.size) this.#read = { size, held: new Map(readFileSync(this.path, 'utf8').split('\n').flatMap(parsed).map((each) => [each.person, each])) };
    return this.#read.held;
  }
}

/** A run that was stopped in the middle of a line must not spoil the next one. */
const isCut = (file: number): boolean => {
  const { size } = fstatSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last.toString() !== '\n';
};

/** A new file is there after a power cut once its folder is written too; not every system lets a folder be opened. */
const syncFolder = (folder: string): void => {
  try {
    const opened = openSync(folder, 'r');
    fsyncSync(opened);
    closeSync(opened);
  } catch {
    // Windows writes its folders by itself.
  }
};

/** A cut line was never answered: whoever asked for that erasure was told that it failed. */
const parsed = (line: string): Erasure[] => {
  try {
    const { person, at, reason } = JSON.parse(line) as Erasure;
    return isId(person) ? [{ person, at, reason }] : [];
  } catch {
    return [];
  }
};
