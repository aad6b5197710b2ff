const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Pauses after each try that failed; after the last, nobody tries again. About two days in all: a server that is being mended is back by then. */
export const PAUSES_MS: readonly number[] = [5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR];

/** News older than this is no news: an installation that gets a mail server later does not send what it kept. */
export const TOO_OLD_MS = 4 * 24 * HOUR;

export const later = (instant: string, milliseconds: number): string => new Date(Date.parse(instant) + milliseconds).toISOString();
