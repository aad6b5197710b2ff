// refused by: front-apart
import type { Apple } from '../../libs/apples/src/index.js';
export type Shown = Apple;
