import { describe, expect, it } from '@jest/globals';
import { actors, spec } from '#testing';
import { application } from './application.decider.js';
import { isArchivable } from './archive.js';
import { accepted, employerOf, id, pathTo, place, requested } from './fixtures/applications.js';

const { given } = spec(application);
const today = '2026-05-04';
const archive = { do: 'archive', actor: employerOf(), today } as const;
const unarchive = { do: 'unarchive', actor: employerOf(), today } as const;
const archived = { type: 'hiring.ApplicationArchived', data: { ...place(), on: today } } as const;
const unarchived = { type: 'hiring.ApplicationUnarchived', data: { ...place(), on: today } } as const;

describe('the archive of a company', () => {
  it.each(['refused', 'cancelled', 'obsolete'] as const)('takes an application that is %s [emplois/REF-8]', (status) => given(...pathTo(status)).when(archive).then(archived));

  it.each(['new', 'processing', 'postponed', 'pool', 'accepted'] as const)('does not take one that is %s [emplois/REF-8]', (status) =>
    void given(...pathTo(status)).when(archive).thenRefused('hiring/not-archivable', { facts: { status } }));

  it('never takes an action before a hire either [emplois/REF-8]', () => expect(isArchivable('prior_to_hire')).toBe(false));

  it('gives back what it took, once [emplois/REF-8]', () => {
    const kept = given(...pathTo('refused'), archived);
    kept.when(archive).thenRefused('hiring/not-archivable', { facts: { archived: true } });
    kept.when(unarchive).then(unarchived);
    given(...pathTo('refused')).when(unarchive).thenRefused('hiring/not-archived');
    given(...pathTo('refused'), archived, unarchived).when(archive).then(archived);
  });

  it.each(['refused', 'cancelled', 'obsolete'] as const)('loses one that was %s and is accepted after all [emplois/JA-12] [emplois/REF-8]', (status) => {
    const kept = [...pathTo(status), archived];
    expect(given(...kept).state()?.archived).toBe(true);
    expect(given(...kept, requested(), accepted).state()).toMatchObject({ status: 'accepted', archived: false });
  });

  it.each(['cancelled', 'obsolete'] as const)('loses one that was %s and joins the pool [emplois/JA-12] [emplois/REF-8]', (status) => {
    const toPool = { type: 'hiring.ApplicationAddedToPool', data: { ...place(), answerId: id('answer'), on: today } } as const;
    expect(given(...pathTo(status), archived, toPool).state()).toMatchObject({ status: 'pool', archived: false });
  });

  it('is that company’s own [emplois/AUT-6]', () =>
    void given(...pathTo('refused')).when({ ...archive, actor: actors.employer('another') }).thenRefused('hiring/unknown-application'));
});
