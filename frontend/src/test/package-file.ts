import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The text of a file of a package. */
export const packageFile = (path: string): string => readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');
