// refused by: kernel-stands-alone
import type { Apple } from '#apples';
export type Known = Apple;
