import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '#kernel';
import { spec } from '#testing';
import { application } from './application.decider.js';
import { employerOf, id, pathTo, place } from './fixtures/applications.js';

const { given } = spec(application);
const DAY = '2026-01-05';
const at = (today: string) => ({ do: 'archiveAutomatically', today }) as const;
const fact = (what: 'Archived' | 'Unarchived', on: string) => ({ type: `hiring.Application${what}` as const, data: { ...place(), on } });
const LEAVE = ['new', 'processing', 'postponed', 'refused', 'cancelled', 'obsolete'] as const;
const STAY = ['pool', 'accepted'] as const;
/** Past facts of these are dated by the fixtures themselves. */
const since = (status: (typeof LEAVE)[number]) => given(...pathTo(status, DAY)).state()!.changedOn;

describe('an application nothing happens to', () => {
  it.each(LEAVE)('leaves for the archive after 180 days when it is %s, and no day before [emplois/REF-7]', (status) => {
    const past = pathTo(status, DAY);
    given(...past).when(at(addDays(since(status), 179))).thenNothing();
    const day = addDays(since(status), 180);
    given(...past).when(at(day)).then(fact('Archived', day));
  });

  it.each(STAY)('is never archived in silence when it is %s [emplois/REF-7] [emplois/REF-8]', (status) => given(...pathTo(status, DAY)).when(at('2036-01-01')).thenNothing());

  it('is archived once, and after it was taken out counts its days again [emplois/REF-7]', () => {
    const kept = [...pathTo('obsolete', DAY), fact('Archived', '2026-07-04')];
    given(...kept).when(at('2027-01-05')).thenNothing();
    const taken = [...kept, fact('Unarchived', '2026-12-24')];
    given(...taken).when(at('2026-12-25')).thenNothing();
    given(...taken).when(at(addDays('2026-12-24', 179))).thenNothing();
    given(...taken).when(at(addDays('2026-12-24', 180))).then(fact('Archived', addDays('2026-12-24', 180)));
  });

  it('can be taken out by its company whatever its status, and is refused by no clock while it is there [emplois/REF-6] [emplois/REF-8]', () => {
    for (const status of LEAVE) {
      const kept = [...pathTo(status, DAY), fact('Archived', '2026-10-01')];
      given(...kept).when({ do: 'refuseAutomatically', today: '2026-10-02' }).thenNothing();
      given(...kept).when({ do: 'unarchive', actor: employerOf(), today: '2026-10-02' }).then(fact('Unarchived', '2026-10-02'));
    }
  });

  it('is never archived before 180 whole days nor out of these states, whatever happens when [emplois/REF-7]', () => {
    const wait = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 177, max: 182 }));
    const what = fc.oneof(fc.constant('archiveAutomatically'), fc.constantFrom('refuseAutomatically', 'makeObsolete', 'unarchive', 'putUnderStudy', 'postpone', 'addToPool', 'refuse'));
    fc.assert(
      fc.property(fc.array(fc.tuple(wait, what), { maxLength: 25 }), (steps) => {
        let [past, day, touched] = [[...pathTo('new', DAY)], DAY, DAY];
        for (const [days, what] of steps) {
          day = addDays(day, days);
          const before = given(...past).state()!;
          const command = { do: what, today: day, actor: employerOf(), answerId: id('answer'), privateAnswerId: id('private'), reason: 'no_position', shared: false, becauseOf: id('other') };
          let decided: ReturnType<typeof application.decide> = [];
          try {
            decided = application.decide(command as Parameters<typeof application.decide>[0], before);
          } catch {
            // Not possible from here: nothing happens.
          }
          past = [...past, ...decided];
          const archived = decided.some(({ type }) => type === 'hiring.ApplicationArchived');
          if (archived) expect([daysBetween(touched, day) >= 180, LEAVE.includes(before.status as 'new'), what]).toEqual([true, true, 'archiveAutomatically']);
          else if (what === 'archiveAutomatically') expect(before.archived || !LEAVE.includes(before.status as 'new') || daysBetween(touched, day) < 180).toBe(true);
          else if (decided.length > 0) touched = day;
        }
      }),
    );
  });
});
