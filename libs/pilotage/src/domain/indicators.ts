import { ANSWERS } from './answers.indicators.js';
import { HIRES } from './hires.indicators.js';
import type { Indicator } from './indicator.js';
import { MARKET } from './market.indicators.js';

export const INDICATORS: readonly Indicator[] = [...HIRES, ...ANSWERS, ...MARKET];
export const indicatorOf = (id: string): Indicator | undefined => INDICATORS.find((indicator) => indicator.id === id);
