import { describe, expect, it } from '@jest/globals';
import { derivedId } from '#kernel';
import { siretProblem } from '../../../../libs/organisations/src/domain/siret.js';
import { readCandidate } from '../../../../libs/identity/src/domain/candidate-input.js';
import { planWorld, type WorldPlan } from './plan.js';
import { SEASON } from './proportions.js';

const LAST = '2026-03-10';
const plan = (seed: number) => planWorld('small', seed, LAST, (...parts) => derivedId('plan-spec', seed, ...parts));
const world = plan(1);
const told = ({ stories }: WorldPlan) => JSON.stringify(stories.map((story) => [story, story.person.input]));

describe('the plan of a world', () => {
  it('is the same for the same seed and another for another', () => {
    expect(told(plan(1))).toBe(told(world));
    expect(told(plan(2))).not.toBe(told(world));
  });

  it('says of a person every time what it said the first', () => {
    for (const { person } of world.stories) expect(person.input).toEqual(person.input);
    const criteria = world.stories.filter(({ person }) => person.criteria.includes('QPV'));
    expect(criteria.every(({ person }) => person.input.qpv)).toBe(true);
    expect(criteria.length).toBeGreaterThan(10);
  });

  it('names nothing that could be real', () => {
    for (const { name, type, siret } of world.organisations) {
      expect(name).toMatch(type === 'institution' ? /monde fictif/ : /Imaginaire|Fictif|Rêvé|Inventé|Chimérique|Supposé/);
      expect(siret).toMatch(/^000/);
      expect(siretProblem(siret)).toBeNull();
    }
    expect(new Set(world.organisations.map(({ siret }) => siret)).size).toBe(world.organisations.length);
  });

  it('invents people whose files are accepted as they are', () => {
    for (const { person } of world.stories) expect(readCandidate(person.input, { today: LAST, thirdParty: true }).lastName).not.toBe('');
    expect(new Set(world.stories.map(({ person }) => person.input.nir).filter(Boolean)).size).toBeGreaterThan(120);
  });

  it('keeps the shares of who sends applications', () => {
    const share = (origin: string) => world.stories.filter((story) => story.origin === origin).length / world.stories.length;
    expect(share('prescriber')).toBeGreaterThan(0.6);
    expect(share('prescriber')).toBeLessThan(0.85);
    expect(share('job_seeker')).toBeGreaterThan(0.08);
  });

  it('has a season for each month', () => expect(SEASON).toHaveLength(12));
});
