import { describe, expect, it } from '@jest/globals';
import type { Actor, Refusal } from '#kernel';
import { actors, spec } from '#testing';
import { hiringRefusals } from '../api/refusals.fr.js';
import { application } from './application.decider.js';
import { employerOf, id, pathTo, submitCommand, submitted, waiting } from './fixtures/applications.js';
import { repetition, senderFor } from './submit.js';

const { given, when } = spec(application);
const company = submitCommand().company;
const own = employerOf();

describe('sending an application', () => {
  it('says who sends it, as what, for which organisation [emplois/JA-1] [emplois/JA-2]', () => {
    when(submitCommand()).then(submitted());
    expect(senderFor(actors.candidate(), company.id)).toBe('job_seeker');
    expect(senderFor(actors.prescriber(), company.id)).toBe('prescriber');
    expect(senderFor(actors.orienter(), company.id)).toBe('orienter');
    expect(senderFor(actors.employer(), company.id)).toBe('employer');
    expect(senderFor(own, company.id)).toBe('self');
    const from = (command: ReturnType<typeof submitCommand>) => when(command).thenExpect(([sent]) => expect(sent!.data).toMatchObject(expected(command)));
    const expected = ({ actor }: ReturnType<typeof submitCommand>) => ({ senderId: actor.id, senderOrganisation: actor.organisation });
    const candidate = actors.candidate();
    expect(candidate.organisation).toBeNull();
    from(submitCommand({ actor: candidate, candidateId: candidate.id }));
    from(submitCommand({ actor: actors.orienter('alone', { organisation: null, organisationKind: null }) }));
    for (const employer of [own, actors.employer()]) {
      expect(employer.organisation).not.toBeNull();
      from(submitCommand({ actor: employer }));
    }
  });

  it('is for oneself only when one is a candidate', () => {
    const candidate = actors.candidate();
    when(submitCommand({ actor: candidate })).thenRefused('hiring/may-not-apply');
    when(submitCommand({ actor: candidate, candidateId: candidate.id })).thenExpect((events) => expect(events).toHaveLength(1));
    when(submitCommand({ actor: actors.inspector() })).thenRefused('hiring/may-not-apply');
  });

  it('needs a message, unless the company applies to itself [emplois/JA-4]', () => {
    when(submitCommand({ messageId: null })).thenRefused('hiring/message-required');
    when(submitCommand({ messageId: null, actor: own })).thenExpect((events) => expect(events).toHaveLength(1));
  });

  it('is refused by a company that blocks applications, except to its own members [emplois/JA-5] [emplois/CMP-5]', () => {
    const blocked = { ...company, blocked: true };
    when(submitCommand({ company: blocked })).thenRefused('hiring/company-blocks-applications');
    when(submitCommand({ company: blocked, actor: own })).thenExpect((events) => expect(events).toHaveLength(1));
  });

  it('is refused where nobody could answer, where the job is closed or another’s, and where only jobs may be applied for [emplois/JA-5] [emplois/CMP-4]', () => {
    when(submitCommand({ company: { ...company, hasMembers: false } })).thenRefused('hiring/company-without-members');
    when(submitCommand({ company: { ...company, spontaneousOpen: false } })).thenRefused('hiring/spontaneous-closed');
    when(submitCommand({ company: { ...company, spontaneousOpen: false }, jobs: [id('job')] })).thenExpect((events) =>
      expect(events).toHaveLength(1),
    );
    when(submitCommand({ jobs: [id('job of another')] })).thenRefused('hiring/job-closed');
    when(submitCommand({ company: { ...company, jobs: [{ id: id('job'), open: false }] }, jobs: [id('job')] })).thenRefused(
      'hiring/job-closed',
    );
  });

  it('is refused by kinds that the service no longer serves [emplois/CMP-1]', () => {
    for (const kind of ['EA', 'EATT'] as const)
      when(submitCommand({ company: { ...company, kind } })).thenRefused('hiring/kind-not-served');
  });

  it('waits for the end of the waiting period at a SIAE, in other words for the person than for others, with the rule that says so [emplois/JA-5] [emplois/PASS-15]', () => {
    const unmet = { ...waiting, met: false };
    when(submitCommand({ waiting: unmet })).thenRefused('hiring/waiting-period', { checks: [{ rule: 'emplois/PASS-13', met: false }] });
    const told = (actor: Actor, self: boolean) =>
      hiringRefusals['hiring/waiting-period'](when(submitCommand({ waiting: unmet, actor, candidateId: id('candidate') })).thenRefused('hiring/waiting-period', { facts: { self } }).facts);
    const [theirs, others] = [told(actors.candidate('her', { id: id('candidate') }), true), told(actors.orienter(), false)];
    expect(theirs).not.toBe(others);
    for (const sentence of [theirs, others]) expect(sentence).toContain('prescripteur habilité');
    when(submitCommand({ waiting: unmet, company: { ...company, kind: 'GEIQ' } })).thenExpect((events) => expect(events).toHaveLength(1));
  });
});

describe('sending it again', () => {
  const after = (seconds: number) =>
    submitCommand({ now: new Date(Date.parse('2026-03-10T09:00:00.000Z') + seconds * 1000).toISOString() });
  const latest = given(submitted()).state()!;
  const day = 24 * 3600;

  it('within ten seconds is the same click and does nothing [emplois/JA-6]', () => {
    given(submitted()).when(after(9)).thenNothing();
    expect(repetition(latest, after(9))).toBe('same');
    const elsewhere = { ...after(9).actor, organisation: id('another') };
    expect(() => repetition(latest, { ...after(9), actor: elsewhere })).toThrow('hiring/applied-today');
    given(submitted()).when(after(10)).thenRefused('hiring/applied-today');
  });

  it('within 24 hours is refused whatever became of the first [emplois/JA-6]', () => {
    expect(() => repetition(latest, after(day - 1))).toThrow('hiring/applied-today');
    const answered = given(...pathTo('refused')).state()!;
    expect(() => repetition(answered, after(3600))).toThrow('hiring/applied-today');
  });

  it('later asks for a confirmation [emplois/JA-6]', () => {
    expect(() => repetition(latest, after(day))).toThrow('hiring/applied-before');
    expect(repetition(latest, { ...after(day), confirmRepeat: true })).toBe('another');
  });

  it('says when the first was sent and what became of it to those who may open it, and nothing of it to others [emplois/AUT-6]', () => {
    const factsFor = (actor: Actor, seconds: number) => {
      try {
        return repetition(latest, { ...after(seconds), actor });
      } catch (refusal) {
        return (refusal as Refusal).facts;
      }
    };
    const sender = submitCommand().actor;
    const colleague = { ...sender, id: id('colleague') };
    const themself = { ...actors.candidate(), id: latest.place.candidateId };
    for (const actor of [sender, colleague, themself]) {
      expect(factsFor(actor, 3600)).toEqual({ hoursLeft: 23 });
      expect(factsFor(actor, day)).toEqual({ on: latest.submittedOn, status: 'new' });
    }
    for (const actor of [actors.orienter(), actors.employer(), actors.prescriber('elsewhere'), actors.candidate('another')])
      for (const seconds of [5, 3600, day]) expect(factsFor(actor, seconds)).toEqual({});
  });

  it('is always possible to the company itself, the double click aside [emplois/JA-6]', () => {
    expect(repetition(latest, { ...after(60), actor: own })).toBe('another');
    expect(repetition({ ...latest, sentBy: own.organisation! }, { ...after(5), actor: own })).toBe('same');
    expect(repetition(latest, { ...after(5), actor: own })).toBe('another');
  });
});
