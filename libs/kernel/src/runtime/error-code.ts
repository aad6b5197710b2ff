import { basename } from 'node:path';
import { Refusal } from '../refusal.js';

const SHORT = /^[\w/.:-]{1,80}$/;

/** What may be shown of a failure: its kind, and where in our code. Never its message, which may quote what it worked on. */
export function errorCode(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  const kind = typeof code === 'string' && SHORT.test(code) ? `${error.name} ${code}` : error.name;
  const place = /\(?([^\s()]+:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1];
  return place && !place.includes('node_modules') ? `${kind} at ${basename(place)}` : kind;
}
