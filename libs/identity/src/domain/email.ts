const SHAPE = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const PROFESSIONAL_DOMAINS = ['pole-emploi.fr', 'francetravail.fr'];

export const normaliseEmail = (typed: string): string => typed.trim().toLowerCase();
export const isEmail = (email: string): boolean => email.length <= 254 && SHAPE.test(email);

/** Addresses of the employment service's own staff can never be a candidate's. */
export const isProfessionalEmail = (email: string): boolean => PROFESSIONAL_DOMAINS.includes(normaliseEmail(email).split('@').at(-1) ?? '');
