import { formatNumber } from '../shared/format';

/** A share is told in percent, a delay and an amount with their unit. */
export const indicatorValue = ({ value, unit }: { readonly value?: number | null; readonly unit: string }): string => {
  if (value === null || value === undefined) return '–';
  if (unit === '%') return `${(value * 100).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %`;
  return unit === 'jours' || unit === '€' ? `${formatNumber(value)} ${unit}` : formatNumber(value);
};
