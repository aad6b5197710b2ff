import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, Database, type Day, derivedId, type RecordedEvent } from '#kernel';
import { foldFacts } from '../../../libs/pilotage/src/domain/fold.fixture.js';
import { FiguresCopy } from '../../../libs/pilotage/src/projections/figures-copy.js';

/** Somebody who applied one day somewhere, and what came of it some days later. */
export interface Person {
  readonly on: Day;
  readonly kind: string;
  readonly department: string;
  readonly outcome?: 'refused' | 'auto' | 'hired' | 'after all' | 'cancelled';
  readonly after?: number;
}
type Draft = Omit<RecordedEvent, 'position'>;

const draft = (type: string, on: Day, data: object): Draft =>
  ({ id: derivedId('event', type, on, JSON.stringify(data)), stream: `x-${derivedId(type, JSON.stringify(data))}`, type, data, meta: { occurred: `${on}T09:00:00.000Z`, recorded: `${on}T09:00:00.000Z` } }) as unknown as Draft;

const lifeOf = ({ on, kind, department, outcome, after = 9 }: Person, n: number): readonly Draft[] => {
  const [applicationId, candidateId, passId] = [derivedId('application', n), derivedId('candidate', n), derivedId('pass', n)];
  const place = { applicationId, candidateId, companyId: derivedId('company', kind, department), companyKind: kind, companyDepartment: department };
  const sent = draft('hiring.ApplicationSubmitted', on, { ...place, on, at: `${on}T09:00:00.000Z`, sender: 'prescriber' });
  const day = addDays(on, after);
  const known = { ...place, on: day, submittedOn: on, sender: 'prescriber' };
  if (!outcome) return [sent];
  if (outcome === 'refused' || outcome === 'auto') return [sent, draft('hiring.ApplicationRefused', day, { ...known, reason: outcome === 'auto' ? 'auto' : 'training', automatic: outcome === 'auto' })];
  const refusedFirst = outcome === 'after all' ? [draft('hiring.ApplicationRefused', addDays(day, -1), { ...known, on: addDays(day, -1), reason: 'training', automatic: false })] : [];
  const dates = { start: day, end: addDays(day, 729) };
  const pass = { passId, number: 'XXXXX0000001', ...dates, isNew: true };
  return [
    sent,
    ...refusedFirst,
    draft('approvals.PassGranted', day, { passId, candidateId, applicationId, ...dates }),
    draft('hiring.ApplicationAccepted', day, { ...known, startsOn: day, pass, selfPrescription: n % 2 === 0 }),
    ...(outcome === 'cancelled'
      ? [draft('hiring.HireCancelled', addDays(day, 20), { ...place, on: addDays(day, 20), passId }), draft('approvals.PassCancelled', addDays(day, 20), { passId, candidateId, applicationId, ...dates })]
      : []),
  ];
};

let worlds = 0;
/** Puts a world in place of the one before, in the order it was written down. */
export const load = async (app: NestFastifyApplication, people: readonly Person[]): Promise<void> => {
  // No two worlds share a position: answers are kept by it.
  const first = ++worlds * 1_000_000;
  const drafts = people.flatMap(lifeOf).sort((a, b) => (a.meta.recorded < b.meta.recorded ? -1 : a.meta.recorded > b.meta.recorded ? 1 : 0));
  const events = drafts.map((event, at) => ({ ...event, position: first + 7 * at }) as RecordedEvent);
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const rows = foldFacts(events).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])));
  const database = app.get(Database);
  await database.run('delete from read.pilotage_fact');
  await database.run('insert into read.pilotage_fact select * from json_populate_recordset(null::read.pilotage_fact, $1::json)', [JSON.stringify(rows)]);
  await app.get(FiguresCopy, { strict: false }).reload();
};
