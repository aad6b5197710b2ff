/** What somebody typed of how to reach them; null when nothing. */
export interface Reaching {
  readonly email: string | null;
  readonly phone: string | null;
  readonly link: string | null;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const LINK = /^https:\/\/[^\s/]+\.[^\s]+$/;

export const isEmail = (text: string): boolean => EMAIL.test(text);
/** Nine to fifteen digits, as people space them. */
export const isPhone = (text: string): boolean => /^\+?[\d\s.()-]+$/.test(text) && /^\d{9,15}$/.test(text.replace(/\D/g, ''));
export const isLink = (text: string): boolean => LINK.test(text);

const trimmed = (text: string | null): string | null => text?.trim() || null;
export const reachingOf = ({ email, phone, link }: Reaching): Reaching => ({ email: trimmed(email), phone: trimmed(phone), link: trimmed(link) });
