/** How numbers are made: 5 characters that name the issuer, then 7 digits [emplois/PASS-1]. */
export interface PassNumbering {
  readonly prefix: string;
  /** The number of the first event of the stream; 1 unless numbers were issued elsewhere before. */
  readonly offset: number;
}

/** `99999` is for production only: a number made anywhere else must not look like a real one. */
export const TRIAL_NUMBERING: PassNumbering = { prefix: 'XXXXX', offset: 1 };

const DIGITS = 7;
const LAST = 10 ** DIGITS - 1;

/** @throws Error when the 7 digits are used up: a person must decide what follows [emplois/PASS-1]. */
export const passNumber = ({ prefix, offset }: PassNumbering, revision: number): string => {
  const value = revision + offset;
  if (value > LAST) throw new Error('every PASS number of this prefix has been issued');
  return prefix + String(value).padStart(DIGITS, '0');
};
