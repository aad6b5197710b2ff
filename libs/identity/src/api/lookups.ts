/** Far more than a day's work at a desk, far too little to try numbers one after the other. */
export const LOOKUPS = { kind: 'candidate-lookup', max: 60, minutes: 60 };
