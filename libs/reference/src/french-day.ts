import { type Day, dayOf } from '#kernel';

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

/** `1er janvier 2026`: French says the first of a month with an ordinal, which `Intl` does not. */
export const longDay = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date === 1 ? '1er' : date} ${MONTHS[month - 1]} ${year}`;
};

const time = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'medium', timeZone: 'Europe/Paris' });

/** `1er janvier 2026 à 09:30:00`, in Paris. */
export const longMoment = (instant: string): string => `${longDay(dayOf(instant))} à ${time.format(new Date(instant))}`;
