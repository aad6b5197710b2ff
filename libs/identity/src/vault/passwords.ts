import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
// OWASP's recommendation for argon2id: 19 MiB, two passes.
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

const tag = (message: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> => derive('argon2id', { message, nonce, ...cost });
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** In the usual text form, so that the cost can be raised later without losing anybody. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(await tag(password, salt, COST))}`;
};

const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/;
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(32))}`;

/** The same work is done when there is no account or no password, so that the time taken does not tell which e-mails are known. */
export const verifyPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const [, memory, passes, parallelism, salt, expected] = FORM.exec(stored ?? NOBODY) ?? [];
  if (!salt || !expected) throw new Error('a stored password is of an unknown form');
  const wanted = Buffer.from(expected, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: wanted.length };
  const got = await tag(password, Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(got, wanted) && stored !== null;
};
