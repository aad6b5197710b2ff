// refused by: imports-resolve
import { nowhere } from '#pears/nowhere';
export const lost = nowhere;
