import type { MePartsFragment } from '../shared/graphql/generated/graphql';

/** Only paths of this site: an address given in a link must not send anyone elsewhere. */
export const safePath = (path: string | undefined): string => (path && /^\/(?![/\\])/.test(path) ? path : '/');

/** Where to go once signed in: the organisation first when there are several and none is chosen. */
export function landing(me: MePartsFragment, wanted: string | undefined): string {
  const next = safePath(wanted);
  return me.memberships.length > 1 && !me.current ? `/organisation?suite=${encodeURIComponent(next)}` : next;
}
