// refused by: application-imports, views-are-for-screens
import { AppleView } from '#apples/views';
export const decided = AppleView;
