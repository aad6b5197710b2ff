import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotFound, Refusal } from '#kernel';
import { spec } from '#testing';
import type { ApplicationStatus } from '../contract.js';
import { application, type ApplicationCommand } from './application.decider.js';
import type { ApplicationEvent } from './application.state.js';
import { employerOf, id, pass, pathTo, requestCommand, submitCommand } from './fixtures/applications.js';
import { allows, NEXT, type Transition, TRANSITIONS } from './transitions.js';

const TODAY = '2026-05-30';
const NOW = '2026-05-30T09:00:00.000Z';
const actor = employerOf();
const answerId = id('answer');
const STATUSES = ['new', 'processing', 'postponed', 'pool', 'accepted', 'refused', 'cancelled', 'obsolete'] as const;

/** The table as the dossier prints it, for the transitions that exist here. */
const DOSSIER: Record<(typeof STATUSES)[number], string> = {
  new: 'putUnderStudy→processing postpone→postponed addToPool→pool accept→accepted refuse→refused refuseAutomatically→refused makeObsolete→obsolete',
  processing: 'postpone→postponed addToPool→pool accept→accepted refuse→refused refuseAutomatically→refused makeObsolete→obsolete',
  postponed: 'addToPool→pool accept→accepted refuse→refused makeObsolete→obsolete',
  pool: 'putUnderStudy→processing postpone→postponed accept→accepted refuse→refused',
  accepted: 'cancelHire→cancelled',
  refused: 'accept→accepted',
  cancelled: 'addToPool→pool accept→accepted',
  obsolete: 'addToPool→pool accept→accepted',
};

const commandFor = (transition: Transition): ApplicationCommand => {
  switch (transition) {
    case 'accept':
      return requestCommand({ today: TODAY, now: NOW, terms: { ...requestCommand().terms, startsOn: TODAY } });
    case 'refuse':
      return { do: 'refuse', reason: 'no_position', shared: false, answerId, privateAnswerId: answerId, actor, today: TODAY };
    case 'refuseAutomatically':
      return { do: 'refuseAutomatically', today: TODAY };
    case 'makeObsolete':
      return { do: 'makeObsolete', becauseOf: id('other application'), today: TODAY };
    case 'cancelHire':
    case 'putUnderStudy':
      return { do: transition, actor, today: TODAY };
    default:
      return { do: transition, answerId, actor, today: TODAY };
  }
};
const fold = (events: readonly ApplicationEvent[], from = application.initial) => events.reduce(application.evolve, from);
/** Both halves of an acceptance, as when the person's stream says yes. */
const run = (transition: Transition, past: readonly ApplicationEvent[]): readonly ApplicationEvent[] => {
  const first = application.decide(commandFor(transition), fold(past));
  if (transition !== 'accept') return first;
  return [...first, ...application.decide({ do: 'accept', requestId: id('request'), pass, today: TODAY }, fold([...past, ...first]))];
};

describe('the state machine of an application', () => {
  it('is the one of the dossier', () => {
    for (const status of STATUSES) {
      const ours = TRANSITIONS.flatMap((transition) => (allows(status, transition) ? [`${transition}→${NEXT[status][transition]}`] : []));
      expect([status, [...ours].sort()]).toEqual([status, DOSSIER[status].split(' ').sort()]);
    }
  });

  it.each(STATUSES.flatMap((status) => TRANSITIONS.map((transition) => [status, transition] as const)))(
    'from %s, %s leads where the table says, or is already done and changes nothing [emplois/JA-14]',
    (status, transition) => {
      const past = pathTo(status, '2026-03-01');
      const target = NEXT[status][transition];
      if (target) expect(fold(run(transition, past), fold(past))?.status).toBe(target);
      else if (transition === 'refuseAutomatically' || transition === 'makeObsolete') expect(run(transition, past)).toEqual([]);
      else
        spec(application)
          .given(...past)
          .when(commandFor(transition))
          .thenRefused('hiring/already-done', { facts: { status, transition } });
    },
  );

  it('begins new [emplois/JA-9], and lets what was closed by another hire come back through an acceptance or the pool [emplois/REF-11]', () => {
    expect(fold(pathTo('new', '2026-03-01'))?.status).toBe('new');
    const closed = pathTo('obsolete', '2026-03-01');
    expect(fold(run('accept', closed), fold(closed))?.status).toBe('accepted');
    expect(fold(run('addToPool', closed), fold(closed))?.status).toBe('pool');
  });

  it('never leaves the table, whatever the order of the commands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TRANSITIONS), { maxLength: 30 }), (transitions) => {
        let past = pathTo('new', '2026-03-01');
        for (const transition of transitions) {
          const before: ApplicationStatus = fold(past)!.status;
          let decided: readonly ApplicationEvent[] = [];
          try {
            decided = run(transition, past);
          } catch (error) {
            expect((error as Refusal).code).toBe('hiring/already-done');
          }
          past = [...past, ...decided];
          const { status: after, passId } = fold(past)!;
          if (decided.length > 0) expect(NEXT[before][transition]).toBe(after);
          else expect(after).toBe(before);
          if (after !== 'accepted') expect(passId).toBeNull();
        }
      }),
    );
  });

  it('is closed to anybody but the receiving company, to whom it does not even exist [emplois/AUT-6]', () => {
    const stranger = { ...actor, organisation: id('another company') };
    for (const transition of ['putUnderStudy', 'postpone', 'addToPool', 'accept', 'refuse', 'cancelHire'] as const) {
      const command = { ...commandFor(transition), actor: stranger } as ApplicationCommand;
      const refusal = spec(application)
        .given(...pathTo('new'))
        .when(command)
        .thenRefused('hiring/unknown-application');
      expect(refusal).toBeInstanceOf(NotFound);
    }
  });

  it('knows nothing of an application that was never sent', () => {
    spec(application).when(commandFor('refuse')).thenRefused('hiring/unknown-application');
    spec(application)
      .when(submitCommand())
      .thenExpect((_, state) => expect(state?.status).toBe('new'));
  });
});
