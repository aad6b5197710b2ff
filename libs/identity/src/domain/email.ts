const SHAPE = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const PROFESSIONAL_DOMAINS = ['pole-emploi.fr', 'francetravail.fr'];

export const normaliseEmail = (typed: string): string => typed.trim().toLowerCase();
export const isEmail = (email: string): boolean => email.length <= 254 && SHAPE.test(email);

/** Enough for somebody who knows the address to recognise it, too little to learn it: « p…e@c….test ». */
export const redactedEmail = (email: string): string => {
  const [local = '', domain = ''] = email.split('@');
  const letters = [...local];
  const end = letters.length > 2 ? letters.at(-1)! : '';
  return `${letters[0] ?? ''}…${end}@${[...domain][0] ?? ''}….${domain.split('.').at(-1) ?? ''}`;
};

/** Addresses of the employment service's own staff can never be a candidate's. */
export const isProfessionalEmail = (email: string): boolean => PROFESSIONAL_DOMAINS.includes(normaliseEmail(email).split('@').at(-1) ?? '');
