import { SystemClock } from '#kernel';
import { openEventStore } from '#kernel/adapters/open-event-store';
import { environment } from './environment.js';
import { type Described, uniqueness } from './uniqueness/groups.js';

// npm run cli -- uniqueness   how many people the frozen dimensions of the log tell apart; reads the log only, writes nothing, names nobody

const PAGE = 5000;
const QUESTIONS = [['sex', 'age'], ['sex', 'age', 'department'], ['sex', 'age', 'department', 'qpv'], ['sex', 'age', 'department', 'qpv', 'zrr'], ['sex', 'age', 'department', 'qpv', 'zrr', 'criteria']];

const surroundings = await environment({ readOnly: true });
const { DATABASE_URL, EVENT_STORE_URL } = surroundings.variables;
const store = await openEventStore(EVENT_STORE_URL || DATABASE_URL!, new SystemClock());
try {
  const people = new Map<string, Described>();
  for await (const page of store.pages(null, PAGE))
    for (const { type, data } of page) {
      if (!/^identity\.Candidate(Registered|Changed)$|^hiring\.EligibilityDiagnosed$/.test(type)) continue;
      const { candidateId, criteria, sex, age, department, qpv, zrr } = JSON.parse(data) as Readonly<Record<string, unknown>> & { readonly candidateId: string };
      const told = Array.isArray(criteria) ? { criteria: [...criteria].sort().join(' ') } : { sex, age, department, qpv, zrr };
      people.set(candidateId, { ...people.get(candidateId), ...Object.fromEntries(Object.entries(told).map(([name, value]) => [name, String(value)])) });
    }
  for (const dimensions of QUESTIONS) {
    const { people: all, alone, few } = uniqueness([...people.values()], dimensions);
    const share = (count: number): string => `${count} (${((100 * count) / Math.max(1, all)).toFixed(1)} %)`;
    console.log(`${dimensions.join(', ')}: of ${all} people, alone ${share(alone)}, among fewer than five ${share(few)}`);
  }
} finally {
  await store.close();
  surroundings.stop();
}
