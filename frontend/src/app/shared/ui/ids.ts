let last = 0;

/** A new identifier to tie a label, a hint and an error to their control. */
export const nextId = (prefix: string): string => `${prefix}-${++last}`;
