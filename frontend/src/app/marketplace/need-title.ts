import type { NeedPartsFragment } from './generated/graphql';
import { reference } from '../shared/ui/page-title';

/** What tells a need from another of the same title, even of the same buyer: in a tab, in the history of the browser, and aloud. */
export const needTitle = (need: Pick<NeedPartsFragment, 'id' | 'title' | 'buyer'> | null): string =>
  need ? [need.title, need.buyer?.name ?? 'acheteur anonyme', reference(need.id)].filter(Boolean).join(', ') : '';
