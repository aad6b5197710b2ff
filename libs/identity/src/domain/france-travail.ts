const SHAPE = /^(?:\d{7}[0-9A-Z]|\d{11})$/;

export const normaliseFranceTravailId = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();
export const isFranceTravailId = (id: string): boolean => SHAPE.test(id);
export const FRANCE_TRAVAIL_REASONS = ['FORGOTTEN', 'NOT_REGISTERED'] as const;
export type FranceTravailReason = (typeof FRANCE_TRAVAIL_REASONS)[number];
