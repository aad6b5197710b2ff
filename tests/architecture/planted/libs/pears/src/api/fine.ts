import { Public } from '#kernel/api';
import { AppleView } from '#apples/views';
export const shown = [Public, AppleView];
