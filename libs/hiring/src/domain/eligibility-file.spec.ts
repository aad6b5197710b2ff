import { describe, expect, it } from '@jest/globals';
import { type Actor, derivedId } from '#kernel';
import { actors, spec } from '#testing';
import { CRITERIA, levelOf } from './criteria.js';
import { type Author, consideredValid, type Diagnosis, isValid } from './diagnosis.js';
import { type Diagnose, eligibilityFile, type EligibilityFileEvent } from './eligibility-file.js';

const candidateId = derivedId('candidate', 1);
const today = '2026-03-10';
const prescriber = actors.prescriber();
const aci = actors.employer('aci');
const etti = actors.employer('etti', { organisationKind: 'ETTI' });

const diagnose = (actor: Actor, criteria: readonly string[], given: Partial<Diagnose> = {}): Diagnose => ({
  ...{ do: 'diagnose', diagnosisId: derivedId('new'), candidateId, criteria, actor, today, passEnd: null, follows: true },
  ...given,
});
const diagnosed = (author: Author, by: Actor, given: Partial<Diagnosis> = {}): EligibilityFileEvent => {
  const { id = derivedId('old', author), criteria = [], on = today, expiresOn = '2026-09-10' } = given;
  const who = { author, organisation: by.organisation!, organisationKind: by.organisationKind!, by: by.id };
  return { type: 'hiring.EligibilityDiagnosed', data: { diagnosisId: id, candidateId, ...who, criteria, on, expiresOn } };
};
const { given, when } = spec(eligibilityFile);

describe('an eligibility diagnosis', () => {
  it('by an authorised prescriber needs no criterion and lasts six calendar months [emplois/IAE-4] [emplois/IAE-8]', () => {
    when(diagnose(prescriber, [])).then(diagnosed('prescriber', prescriber, { id: derivedId('new'), expiresOn: '2026-09-10' }));
    when(diagnose(prescriber, [], { today: '2026-08-31' })).thenExpect(([event]) =>
      expect(event!.data).toMatchObject({ expiresOn: '2027-02-28' }),
    );
  });

  it('by an employer lasts 92 days, and is expired from that day on [emplois/IAE-8]', () => {
    when(diagnose(aci, ['RSA'], { today: '2024-12-03' })).thenExpect(([event]) =>
      expect(event!.data).toMatchObject({ expiresOn: '2025-03-05' }),
    );
    expect(isValid({ expiresOn: '2025-03-05' }, '2025-03-04')).toBe(true);
    expect(isValid({ expiresOn: '2025-03-05' }, '2025-03-05')).toBe(false);
  });

  it.each([
    ['ACI', 3],
    ['EI', 3],
    ['EITI', 3],
    ['AI', 2],
    ['ETTI', 2],
  ])('by an %s needs one criterion of level 1, or %i of level 2 [emplois/IAE-3]', (organisationKind, needed) => {
    const employer = actors.employer('siae', { organisationKind });
    const level2 = ['CAP_BEP', 'SENIOR', 'ASE'].slice(0, needed);
    when(diagnose(employer, level2)).thenExpect((events) => expect(events).toHaveLength(1));
    when(diagnose(employer, ['AAH'])).thenExpect((events) => expect(events).toHaveLength(1));
    when(diagnose(employer, level2.slice(1))).thenRefused('hiring/not-enough-criteria', {
      facts: { needed, level2: needed - 1, missing: 1 },
      checks: [{ rule: 'emplois/IAE-3', met: false, enough: { level1: 1, level2: 1 } }],
    });
    when(diagnose(employer, [])).thenRefused('hiring/not-enough-criteria', { checks: [{ enough: { level1: 1, level2: needed } }] });
  });

  it.each([
    ['SENIOR', 'JEUNE'],
    ['DETLD', 'DELD'],
  ])('cannot hold both %s and %s, whoever makes it [emplois/IAE-2]', (one, other) => {
    for (const author of [prescriber, aci])
      when(diagnose(author, ['RSA', other, one])).thenRefused('hiring/exclusive-criteria', {
        checks: [{ rule: 'emplois/IAE-2', enough: { remove: [one, other] } }],
      });
  });

  it('is refused to orienters, GEIQ, other employers and candidates [emplois/IAE-5]', () => {
    const others = [
      actors.orienter(),
      actors.candidate(),
      actors.employer('geiq', { organisationKind: 'GEIQ' }),
      actors.employer('opcs', { organisationKind: 'OPCS' }),
    ];
    for (const actor of others)
      when(diagnose(actor, ['RSA'])).thenRefused('hiring/may-not-diagnose', { checks: [{ rule: 'emplois/IAE-5', met: false }] });
  });

  it('keeps its criteria once each, in display order [emplois/IAE-1]', () => {
    when(diagnose(prescriber, ['PM', 'RSA', 'ASE', 'RSA', 'DETLD'])).thenExpect(([event]) =>
      expect(event!.data).toMatchObject({ criteria: ['RSA', 'DETLD', 'ASE', 'PM'] }),
    );
    expect(CRITERIA.filter((code) => levelOf(code) === 1)).toHaveLength(4);
    expect(CRITERIA.filter((code) => levelOf(code) === 2)).toHaveLength(14);
  });

  it('refuses a criterion that does not exist', () => {
    when(diagnose(prescriber, ['RICH'])).thenRefused('hiring/unknown-criterion', { facts: { criterion: 'RICH' } });
  });

  it('makes no sense while a PASS is valid [emplois/IAE-14]', () => {
    when(diagnose(prescriber, [], { passEnd: '2027-01-01' })).thenRefused('hiring/pass-still-valid', { facts: { end: '2027-01-01' } });
    // Whoever does not follow the person learns that there is a PASS, not until when [emplois/PASS-20].
    const told = when(diagnose(prescriber, [], { passEnd: '2027-01-01', follows: false })).thenRefused('hiring/pass-still-valid');
    expect(JSON.stringify([told.facts, told.checks])).not.toContain('2027');
  });

  it('by a prescriber takes the place of the valid one, which ends today and stays readable [emplois/IAE-14]', () => {
    const old = diagnosed('prescriber', actors.prescriber('other'), { on: '2026-01-05', expiresOn: '2026-07-05' });
    given(old)
      .when(diagnose(prescriber, ['TH']))
      .thenExpect((events, file) => {
        expect(events.map(({ type }) => type)).toEqual(['hiring.EligibilityDiagnosed', 'hiring.DiagnosisReplaced']);
        expect(file.map(({ expiresOn }) => expiresOn)).toEqual([today, '2026-09-10']);
        expect(file[0]).toMatchObject({ criteria: [], on: '2026-01-05' });
      });
  });

  it('is not made twice by the same organisation on the same day', () => {
    given(diagnosed('prescriber', prescriber, { criteria: ['TH'] }))
      .when(diagnose(prescriber, ['TH']))
      .thenRefused('hiring/already-diagnosed');
  });

  it('is useless to an employer when its own or a prescriber’s is valid, and possible beside another employer’s [emplois/IAE-13]', () => {
    given(diagnosed('prescriber', prescriber))
      .when(diagnose(aci, ['RSA']))
      .thenRefused('hiring/already-diagnosed', { facts: { author: 'prescriber' } });
    given(diagnosed('employer', aci))
      .when(diagnose(aci, ['RSA']))
      .thenRefused('hiring/already-diagnosed', { facts: { author: 'employer' } });
    given(diagnosed('employer', etti))
      .when(diagnose(aci, ['RSA']))
      .thenExpect((events) => expect(events).toHaveLength(1));
    given(diagnosed('employer', aci, { expiresOn: today }))
      .when(diagnose(aci, ['RSA']))
      .thenExpect((events) => expect(events).toHaveLength(1));
  });
});

describe('the diagnosis that counts for a SIAE', () => {
  const own = diagnosed('employer', aci, { id: derivedId('own'), expiresOn: '2026-04-01' });
  const others = diagnosed('employer', etti, { id: derivedId('others') });
  const first = diagnosed('prescriber', prescriber, { id: derivedId('first'), expiresOn: '2026-03-11' });
  const fileOf = (...events: EligibilityFileEvent[]) => given(...events).state();
  const question = { today, passValid: false };

  it('is a prescriber’s before its own, then the most recent, and never another SIAE’s [emplois/IAE-9]', () => {
    expect(consideredValid(fileOf(first, own, others), aci.organisation, question)?.id).toBe(derivedId('first'));
    expect(consideredValid(fileOf(own, others), aci.organisation, question)?.id).toBe(derivedId('own'));
    expect(consideredValid(fileOf(others), aci.organisation, question)).toBeNull();
    const later = diagnosed('prescriber', prescriber, { id: derivedId('later') });
    expect(consideredValid(fileOf(first, later), aci.organisation, question)?.id).toBe(derivedId('later'));
  });

  it('must not have expired, unless a PASS is valid [emplois/IAE-9]', () => {
    expect(consideredValid(fileOf(first), aci.organisation, { today: '2026-03-11', passValid: false })).toBeNull();
    expect(consideredValid(fileOf(first), aci.organisation, { today: '2026-03-11', passValid: true })?.id).toBe(derivedId('first'));
  });
});
