import { describe, expect, it } from '@jest/globals';
import { actors } from '#testing';
import { employerOf, id, place } from '../domain/fixtures/applications.js';
import type { ApplicationLists } from '../projections/application-lists.js';
import { CommentTopics } from './topics.js';

describe('the comments of an application', () => {
  const lists = { one: async (asked: string) => (asked === id('application') ? place() : null) } as unknown as ApplicationLists;
  const allows = (actor: Parameters<CommentTopics['allows']>[0], about: string = id('application')) => new CommentTopics(lists).allows(actor, `comments:${about}`);

  it('are news for members of the company that received it [emplois/VIS-6]', async () => {
    expect(await allows(employerOf())).toBe(true);
    expect(await allows({ ...employerOf(), id: id('colleague') })).toBe(true);
  });

  it('are news for nobody else: another company, the sender, the person, staff, visitors [emplois/VIS-6]', async () => {
    const inOtherRole = { ...actors.prescriber(), organisation: id('company') };
    const others = [actors.employer(), inOtherRole, actors.candidate('her', { id: id('candidate') }), actors.inspector(), actors.staff(), null];
    expect(await Promise.all(others.map((actor) => allows(actor)))).toEqual(others.map(() => false));
    expect([await allows(employerOf(), id('unknown')), await allows(employerOf(), 'x')]).toEqual([false, false]);
  });
});
