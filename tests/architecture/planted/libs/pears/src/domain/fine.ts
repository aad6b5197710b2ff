import { day } from '#kernel';
import type { Apple } from '#apples';
export const decide = (apple: Apple) => `${apple.id} ${day}`;
