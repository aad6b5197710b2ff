import { PRESTA_TYPES } from '#reference';

const SERVICES: Readonly<Record<string, string>> = { ETTI: 'Intérim', AI: 'Mise à disposition du personnel' };
/** Temporary work agencies and intermediary associations do one thing whatever their activities say [marche/SUP-03]. */
export const services = (kind: string, prestaTypes: readonly string[]): string[] => {
  const only = SERVICES[kind];
  return only ? [only] : PRESTA_TYPES.filter(({ code }) => prestaTypes.includes(code)).map(({ label }) => label);
};
