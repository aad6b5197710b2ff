// refused by: application-imports, contexts-meet-at-index
import { ripe } from '../../../apples/src/domain/apple.decider.js';
export const decided = ripe;
