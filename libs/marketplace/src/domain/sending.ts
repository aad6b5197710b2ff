import { type Actor, type Day, type Id, isWithin, NotFound, WEEKDAYS } from '#kernel';
import type { SentTo } from '../contract.js';
import type { NeedEvent, NeedState, NeedSupplierState } from './need.state.js';
import { isClosed } from './status.js';

/** Suppliers are written to when they are at work, in Paris [marche/SEND-01]. */
export const SENDING_HOURS = { days: WEEKDAYS, from: 8, until: 16 };
const AT_ONCE = 10;
/** With more than so many interested, nobody else is asked [marche/SEND-10]. */
export const ENOUGH_INTERESTED = 6;
const PAUSE_MS = 24 * 3_600_000;

/** `now`: ISO instant. */
export type PlanSending = { readonly do: 'planSending'; readonly now: string; readonly actor: Actor; readonly today: Day };
/** `best`: who can be written to, the best first, each with the name its link would bear. */
export type SendBatch = { readonly do: 'sendBatch'; readonly best: readonly SentTo[]; readonly now: string; readonly actor: Actor; readonly today: Day };

const requireSystem = ({ role }: Actor): void => {
  if (role !== 'system') throw new NotFound('marketplace/unknown-need');
};

export const batchAfter = (at: string): string => new Date(Date.parse(at) + PAUSE_MS).toISOString();

/** From its validation on, in batches; needs validated before anybody was written to are left in peace. */
export const planSending = ({ now: from, actor, today: on }: PlanSending, { place, status, nextBatchAt }: NeedState): readonly NeedEvent[] => {
  requireSystem(actor);
  return status === 'validated' && nextBatchAt === null ? [{ type: 'marketplace.SendingPlanned', data: { ...place, from, on } }] : [];
};

/** Targeted, not written to yet, and who has not answered of itself: published needs are in its list at once. */
const waits = (supplier: NeedSupplierState | undefined): boolean => supplier !== undefined && !(supplier.relationId || supplier.byLink || supplier.interested || supplier.declined);

/** The next ten, a day after those before [marche/SEND-10] [marche/SEND-11]. */
export const sendBatch = ({ best, now: at, actor, today: on }: SendBatch, state: NeedState): readonly NeedEvent[] => {
  requireSystem(actor);
  const { place, status, content, nextBatchAt, suppliers } = state;
  const due = status === 'validated' && !isClosed(content.deadline, on) && nextBatchAt !== null && nextBatchAt <= at;
  if (!due || !isWithin(SENDING_HOURS, Date.parse(at)) || interestedIn(suppliers) > ENOUGH_INTERESTED) return [];
  const sent = best.filter(({ supplierId }) => waits(suppliers.get(supplierId))).slice(0, AT_ONCE);
  return sent.length > 0 ? [{ type: 'marketplace.NeedSentToSuppliers', data: { ...place, sent, at, on } }] : [];
};

const interestedIn = (suppliers: ReadonlyMap<Id, NeedSupplierState>): number => [...suppliers.values()].filter(({ interested }) => interested).length;
