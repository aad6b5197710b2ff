import { type Actor, FieldRefusal, type Id, InvalidInput } from '#kernel';
import { reasonsFor } from './reasons.js';

/** What may be decided on several applications at once; accepting is a decision about one person, and so is taking it back [emplois/REF-10]. */
export const TOGETHER = ['putUnderStudy', 'postpone', 'addToPool', 'refuse', 'archive', 'unarchive'] as const;
export type TogetherAction = (typeof TOGETHER)[number];

export const MOST_TOGETHER = 50;

/** One decision for several applications, with the words that go to each. */
export interface Together {
  readonly action: TogetherAction;
  readonly ids: readonly Id[];
  readonly answer: string | null;
  readonly reason: string | null;
  readonly shareReason: boolean;
  readonly privateAnswer: string | null;
}

const blank = (text: string | null): boolean => !text?.trim();

/** What is wrong whatever the applications is said once, before any of them is touched. */
export const requireTogether = (asked: Omit<Together, 'action'> & { readonly action: string }, actor: Actor): Together => {
  const action = TOGETHER.find((each) => each === asked.action);
  if (!action) throw new FieldRefusal('action', 'hiring/not-together');
  const ids = [...new Set(asked.ids)];
  if (ids.length === 0) throw new FieldRefusal('ids', 'hiring/nothing-selected');
  if (ids.length > MOST_TOGETHER) throw new FieldRefusal('ids', 'hiring/too-many-selected', { most: MOST_TOGETHER });
  const noReason = action === 'refuse' && !reasonsFor(actor.organisationKind ?? '').includes(asked.reason ?? '');
  const noAnswer = (action === 'refuse' || action === 'postpone') && blank(asked.answer);
  const problems = [
    ...(noReason ? [{ field: 'reason', code: 'hiring/reason-not-available', facts: { reason: asked.reason } }] : []),
    ...(noAnswer ? [{ field: 'answer', code: 'hiring/answer-required' }] : []),
  ];
  const [only] = problems;
  if (only && problems.length === 1) throw new FieldRefusal(only.field, only.code, 'facts' in only ? only.facts : {});
  if (only) throw new InvalidInput(problems);
  return { ...asked, action, ids };
};
