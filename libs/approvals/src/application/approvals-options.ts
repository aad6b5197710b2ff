/** Injection token of the `PassNumbering` in use. */
export const PASS_NUMBERING = Symbol('pass numbering');
