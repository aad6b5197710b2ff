/** An e-mail address, or enough digits in a row to be called. */
const REACHES_SOMEBODY = /[^\s@]+@[^\s@]+\.[a-z]{2,}|(?:\+33|\b0)\s?[1-9](?:[\s.-]?\d{2}){4}\b/i;

/** Words that anybody may read must not say how to reach a person. */
export const reachesSomebody = (text: string): boolean => REACHES_SOMEBODY.test(text);

/** The same words for anybody to read, when they were kept before such words were refused. */
export const withoutReaching = (text: string): string => text.replace(new RegExp(REACHES_SOMEBODY, 'gi'), '[coordonnées masquées]');
