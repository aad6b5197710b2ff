import type { Type } from '@nestjs/common';

/** Every context of the platform. A new one is added here and nowhere else. */
export const contexts: readonly Type[] = [];
