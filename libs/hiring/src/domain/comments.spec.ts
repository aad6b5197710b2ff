import { describe, it } from '@jest/globals';
import { actors, spec } from '#testing';
import { application } from './application.decider.js';
import { accepted, employerOf, id, pathTo, place, requested } from './fixtures/applications.js';

const { given } = spec(application);
const today = '2026-05-04';
const commentId = id('comment');
const colleague = { ...employerOf(), id: id('colleague') };
const add = { do: 'addComment', commentId, length: 12, actor: employerOf(), today } as const;
const remove = { do: 'removeComment', commentId, actor: employerOf(), today } as const;
const added = { type: 'hiring.CommentAdded', data: { ...place(), commentId, by: id('employer'), on: today } } as const;
const removed = { type: 'hiring.CommentRemoved', data: { ...place(), commentId, on: today } } as const;

describe('a comment between colleagues', () => {
  it.each(['new', 'accepted', 'refused'] as const)('is written on an application that is %s', (status) => void given(...pathTo(status)).when(add).then(added));

  it('says something, in 2000 characters at most [emplois/VIS-6]', () => {
    const received = given(...pathTo('new'));
    received.when({ ...add, commentId: null, length: 0 }).thenRefused('hiring/comment-required');
    received.when({ ...add, length: 2000 }).then(added);
    received.when({ ...add, length: 2001 }).thenRefused('hiring/text-too-long', { facts: { max: 2000 } });
  });

  it('is for members of the receiving company to write [emplois/VIS-6]', () => {
    const received = given(...pathTo('new'));
    for (const actor of [actors.employer('another'), actors.prescriber(), actors.candidate('her', { id: id('candidate') }), actors.staff()])
      received.when({ ...add, actor }).thenRefused('hiring/unknown-application');
    received.when({ ...add, actor: colleague }).then({ ...added, data: { ...added.data, by: id('colleague') } });
  });

  it('is removed by its author only, once, whatever became of the application [emplois/VIS-6]', () => {
    const written = given(...pathTo('new'), added);
    written.when({ ...remove, actor: colleague }).thenRefused('hiring/comment-of-another');
    written.when({ ...remove, actor: actors.employer('another') }).thenRefused('hiring/unknown-application');
    written.when({ ...remove, commentId: id('none') }).thenRefused('hiring/unknown-comment');
    given(...pathTo('new'), added, requested(), accepted).when(remove).then(removed);
    given(...pathTo('new'), added, removed).when(remove).thenRefused('hiring/unknown-comment');
  });
});
