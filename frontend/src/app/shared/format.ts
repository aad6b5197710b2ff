import { Pipe, type PipeTransform } from '@angular/core';

const paris = 'Europe/Paris';
const dayLong = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const dayShort = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: paris });
const monthShort = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: '2-digit', timeZone: 'UTC' });
const monthLong = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const whole = new Intl.NumberFormat('fr-FR');

/** The civil day in Paris of an instant. */
export const parisDay = (at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: paris, dateStyle: 'short' }).format(at).slice(0, 10);

/** Today as a civil day in Paris, wherever the browser stands. */
export const today = (): string => parisDay(new Date());

/** So many days after a civil day, before it when negative. */
export const daysLater = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** French says the first of a month with an ordinal, which `Intl` does not. */
const ordinal = (text: string): string => text.replace(/^1(?= \p{L})/u, '1er');

/** A civil day, or the civil day in Paris of an instant. */
export const formatDay = (day: string | null | undefined, style: 'long' | 'short' = 'long'): string =>
  day ? ordinal((style === 'long' ? dayLong : dayShort).format(new Date(`${day.length > 10 ? parisDay(new Date(day)) : day}T00:00:00Z`))) : '';
/** Whether a text, as an address may hold one, is a day of the calendar. */
export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** The last instant of a civil day in Paris, summer or winter. */
export const endOfDay = (day: string): string => {
  const winter = new Date(`${day}T23:59:59.999+01:00`);
  return (parisDay(winter) === day ? winter : new Date(`${day}T23:59:59.999+02:00`)).toISOString();
};
export const formatMoment = (at: string | null | undefined): string => (at ? ordinal(moment.format(new Date(at))) : '');
export const formatMonth = (month: string, style: 'long' | 'short' = 'long'): string => (style === 'long' ? monthLong : monthShort).format(new Date(`${month}-01T00:00:00Z`));
export const formatNumber = (n: number | null | undefined): string => (n === null || n === undefined ? '–' : whole.format(n));

/** « 1 fait », « 0 fait », « 1 234 faits »: the plural begins at two. */
export const counted = (n: number, one: string, many: string): string => `${formatNumber(n)} ${n < 2 ? one : many}`;

/** PASS IAE numbers are read in groups: 5, 2 and 5 characters. */
@Pipe({ name: 'passNumber' })
export class PassNumberPipe implements PipeTransform {
  transform(number: string | null | undefined): string {
    return number ? `${number.slice(0, 5)} ${number.slice(5, 7)} ${number.slice(7)}` : '–';
  }
}

@Pipe({ name: 'day' })
export class DayPipe implements PipeTransform {
  transform(day: string | null | undefined, style: 'long' | 'short' = 'long'): string {
    return formatDay(day, style);
  }
}

@Pipe({ name: 'moment' })
export class MomentPipe implements PipeTransform {
  transform(at: string | null | undefined): string {
    return formatMoment(at);
  }
}

@Pipe({ name: 'month' })
export class MonthPipe implements PipeTransform {
  transform(month: string): string {
    return formatMonth(month);
  }
}

@Pipe({ name: 'count' })
export class CountPipe implements PipeTransform {
  transform(n: number | null | undefined): string {
    return formatNumber(n);
  }
}
