import { newId, SYSTEM, type Id, type ProposedEvent } from '#kernel';

/** An event nobody decided: the store does not look inside. */
export const proposal = (data: object = {}, id: Id = newId()): ProposedEvent => ({
  id,
  type: 'test.Happened',
  version: 1,
  data,
  meta: { occurred: '2026-01-05T08:00:00.000Z', actor: SYSTEM.id, organisation: null, role: 'system', command: id, correlation: id, causation: null },
});
