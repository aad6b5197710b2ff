import { addDays, type Day } from '#kernel';
import type { Demonstration } from './demonstration.js';
import type { PlannedOrganisation } from './organisations.js';
import { type PlannedPerson, planPerson } from './people.js';
import type { Places } from './places.js';
import type { Random } from './random.js';
import type { Story } from './stories.js';

type Steps = Story['steps'];
const story = (number: number, person: PlannedPerson, company: PlannedOrganisation, sender: PlannedOrganisation | null, steps: Steps): Story => ({
  ...{ number, person, company, sender, steps },
  ...{ origin: sender ? 'prescriber' : 'job_seeker', senderMember: 0, diagnoses: sender?.authorised ?? false, job: number % 3 },
});

/** What a visitor finds under the demonstration accounts: an application to answer, one under study, one refused with its reason. */
export const demoStories = ({ candidate, by }: Demonstration, today: Day): readonly Story[] => [
  story(9_000_001, candidate, by.ei, null, [
    [addDays(today, -60), { do: 'submit' }],
    [addDays(today, -52), { do: 'refuse', reason: 'no_position', share: true }],
  ]),
  story(9_000_002, candidate, by.etti, by.prescriber, [
    [addDays(today, -20), { do: 'submit' }],
    [addDays(today, -15), { do: 'study' }],
  ]),
  story(9_000_003, candidate, by.aci, by.prescriber, [[addDays(today, -6), { do: 'submit' }]]),
];

/** What chance might leave out of a small world: hires to come, a hire cancelled, candidates kept waiting. */
export const rareStories = (random: Random, places: Places, { by }: Demonstration, today: Day): readonly Story[] => {
  const person = (n: number) => planPerson(random, places, 300 + n, addDays(today, -100));
  const at = (days: number, step: Steps[number][1]): Steps[number] => [addDays(today, -days), step];
  const accept = { do: 'accept', startsIn: 20, months: 6 } as const;
  return [
    story(9_000_010, person(0), by.etti, by.prescriber, [at(12, { do: 'submit' }), at(6, accept)]),
    story(9_000_011, person(1), by.aci, by.prescriber, [at(14, { do: 'submit' }), at(7, accept)]),
    story(9_000_012, person(2), by.aci, by.prescriber, [at(60, { do: 'submit' }), at(50, accept), at(40, { do: 'cancel' })]),
    story(9_000_013, person(3), by.aci, by.mission, [at(16, { do: 'submit' }), at(9, { do: 'postpone' })]),
    story(9_000_014, person(4), by.aci, by.mission, [at(18, { do: 'submit' }), at(8, { do: 'pool' })]),
  ];
};
