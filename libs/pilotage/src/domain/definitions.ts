import { INDICATORS } from './indicators.js';

/** Which version of every definition an answer was made with, « APP-01:1,APP-04:1,… »: part of what a link to figures says. */
export const DEFINITIONS: string = INDICATORS.map(({ id, version }) => `${id}:${version}`).join(',');
