import { type Actor, type Day, FieldRefusal, type Id, NotFound, Refusal } from '#kernel';
import { requireOwn } from './acceptance.js';
import type { ApplicationEvent, Submitted } from './application.state.js';

interface ByColleague {
  readonly actor: Actor;
  readonly today: Day;
}
/** `commentId` is null when nothing was written; `length` is that of the words, which stay out of here. */
export type AddComment = { readonly do: 'addComment'; readonly commentId: Id | null; readonly length: number } & ByColleague;
export type RemoveComment = { readonly do: 'removeComment'; readonly commentId: Id } & ByColleague;

/** Characters of a comment [emplois/VIS-6]. */
export const COMMENT_LENGTH = 2000;

/** Words between members of the receiving company; only who wrote some may take them back [emplois/VIS-6]. */
export const comment = (command: AddComment | RemoveComment, state: Submitted): readonly ApplicationEvent[] => {
  const { actor, today: on } = command;
  requireOwn(state, actor);
  if (command.do === 'addComment') {
    const { commentId, length } = command;
    if (commentId === null) throw new FieldRefusal('text', 'hiring/comment-required');
    if (length > COMMENT_LENGTH) throw new FieldRefusal('text', 'hiring/text-too-long', { max: COMMENT_LENGTH });
    return [{ type: 'hiring.CommentAdded', data: { ...state.place, commentId, by: actor.id, on } }];
  }
  const author = state.comments[command.commentId];
  if (!author) throw new NotFound('hiring/unknown-comment');
  if (author !== actor.id) throw new Refusal('hiring/comment-of-another');
  return [{ type: 'hiring.CommentRemoved', data: { ...state.place, commentId: command.commentId, on } }];
};
