import { formatNumber } from '../shared/format';

export const percent = (share: number): string => `${(share * 100).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %`;

/** A share is told in percent, a delay and an amount with their unit. */
export const indicatorValue = ({ value, unit }: { readonly value?: number | null; readonly unit: string }): string => {
  if (value === null || value === undefined) return '–';
  if (unit === '%') return percent(value);
  if (unit === 'jours') return `${value.toLocaleString('fr-FR', { maximumFractionDigits: 1 })} ${value < 2 ? 'jour' : 'jours'}`;
  return unit === '€' ? `${formatNumber(value)} €` : formatNumber(value);
};
