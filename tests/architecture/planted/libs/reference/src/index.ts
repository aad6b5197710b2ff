// refused by: reference-stands-alone
import type { Apple } from '#apples';
export type Known = Apple;
