import fc from 'fast-check';
import { addDays, derivedId, dayOf, type RecordedEvent } from '#kernel';

export interface Step {
  /** Hours since the step before. */
  readonly after: number;
  readonly application: number;
  readonly act: 'accept' | 'deliver' | 'refuse' | 'auto' | 'cancel' | 'move';
  readonly reason: string;
  readonly ahead: number;
  /** Days before being written down that it happened. */
  readonly late?: number;
}
/** A buyer's need and what came of it. */
export interface Bought {
  readonly after: number;
  readonly department: string;
  readonly work: string | null;
  readonly exactAmount?: number | null;
  /** What the team did before sending it, if it did. */
  readonly before?: readonly ('back' | 'again' | 'reject')[];
  readonly deals: readonly { readonly after: number; readonly amount: number | null; readonly signed?: boolean }[];
}
export interface Sent {
  readonly after: number;
  readonly kind: string;
  readonly department: string;
}
type State = 'new' | 'accepted' | 'refused' | 'cancelled';
const NEXT: Readonly<Record<Step['act'], readonly State[]>> = { accept: ['new', 'refused', 'cancelled'], refuse: ['new'], auto: ['new'], cancel: ['accepted'], move: ['accepted'], deliver: ['accepted'] };
const KINDS = ['ACI', 'ETTI', 'EI', 'GEIQ'];
const DEPARTMENTS = ['30', '34', '59', '75'];

const sent: fc.Arbitrary<Sent> = fc.record({ after: fc.integer({ min: 0, max: 700 }), kind: fc.constantFrom(...KINDS), department: fc.constantFrom(...DEPARTMENTS) });
const step: fc.Arbitrary<Step> = fc.record({
  after: fc.integer({ min: 0, max: 500 }),
  application: fc.nat({ max: 30 }),
  act: fc.constantFrom('accept', 'accept', 'deliver', 'refuse', 'auto', 'cancel', 'move'),
  reason: fc.constantFrom('no_position', 'training', 'other'),
  ahead: fc.integer({ min: 0, max: 90 }),
  late: fc.constantFrom(0, 0, 3, 40),
});
const bought: fc.Arbitrary<Bought> = fc.record({
  after: fc.integer({ min: 0, max: 900 }),
  department: fc.constantFrom(...DEPARTMENTS),
  work: fc.constantFrom(null, ...DEPARTMENTS),
  exactAmount: fc.constantFrom(null, null, 12_000, 1),
  before: fc.constantFrom<NonNullable<Bought['before']>>([], [], ['back', 'again'], ['back'], ['reject']),
  deals: fc.array(fc.record({ after: fc.integer({ min: 1, max: 900 }), amount: fc.option(fc.integer({ min: 0, max: 2_000_000 })), signed: fc.constantFrom(true, true, true, false) }), { maxLength: 3 }),
});
const HOUR = 3_600_000;
const NEED_KINDS = ['TENDER', 'QUOTE', 'PROJ'];
const TEAM = { back: 'marketplace.NeedSentBack', again: 'marketplace.NeedSubmitted', reject: 'marketplace.NeedRejected' } as const;

/** A log in which every application lives a life that the hiring rules allow, from January 2025 on. */
export const historyOf = (applications: readonly Sent[], steps: readonly Step[], needs: readonly Bought[] = []): readonly RecordedEvent[] => {
  const events: RecordedEvent[] = [];
  const states = new Map<number, State>();
  const submittedOn = new Map<number, number>();
  let now = Date.parse('2025-01-03T08:00:00Z');
  let happened = now;
  const passes = new Map<number, string>();
  /** Where the employer of an application is now: it may move before it hires. */
  const moved = new Map<number, string>();
  /** Hires that wait for the team to deliver their PASS. */
  const waiting = new Set<number>();
  /** Events of a person's PASS carry no day of their own. */
  const tell = (type: string, data: object) =>
    events.push({ id: derivedId('event', events.length), stream: `test-${events.length}`, position: 10 * events.length + 3, type, data, meta: { occurred: new Date(happened).toISOString(), recorded: new Date(now).toISOString() } } as unknown as RecordedEvent);
  const record = (type: string, data: object) => tell(type, { on: dayOf(happened), ...data });
  const write = (n: number, type: string, data: object) => {
    const { kind, department } = applications[n]!;
    const place = { applicationId: derivedId('application', n), candidateId: derivedId('candidate', n % 7), companyId: derivedId('company', kind, department), companyKind: kind, companyDepartment: moved.get(n) ?? department };
    record(type, { ...place, ...data });
  };
  const submit = (n: number) => {
    now += applications[n]!.after * HOUR;
    happened = now;
    states.set(n, 'new');
    submittedOn.set(n, now);
    write(n, 'hiring.ApplicationSubmitted', { at: new Date(now).toISOString(), sender: 'prescriber' });
  };
  const act = ({ application, act: what, reason, ahead, after, late = 0 }: Step) => {
    const n = application % applications.length;
    const state = states.get(n);
    if (!state || !NEXT[what].includes(state)) return;
    now += after * HOUR;
    happened = Math.max(submittedOn.get(n)!, now - late * 24 * HOUR);
    const known = { submittedOn: dayOf(submittedOn.get(n)!), sender: 'prescriber' };
    const start = addDays(dayOf(happened), ahead);
    const [candidateId, applicationId, end] = [derivedId('candidate', n % 7), derivedId('application', n), addDays(start, 729)];
    const held = passes.get(n);
    if (what === 'move') {
      if (held) tell('approvals.PassStartMoved', { passId: held, candidateId, start, end });
      return;
    }
    const issue = () => {
      const pass = { passId: derivedId('pass', events.length), number: 'XXXXX0000001', start, end, isNew: ahead % 2 === 0 };
      if (pass.isNew) passes.set(n, pass.passId);
      if (pass.isNew) tell('approvals.PassGranted', { passId: pass.passId, candidateId, applicationId, companyId: derivedId('company', 'x'), companyKind: 'ACI', diagnosisId: null, diagnosisAuthor: null, start, end, numbersSeen: 0 });
      return pass;
    };
    if (what === 'deliver') {
      if (waiting.delete(n)) write(n, 'hiring.PassDelivered', { pass: issue() });
      return;
    }
    states.set(n, what === 'accept' ? 'accepted' : what === 'cancel' ? 'cancelled' : 'refused');
    if (what === 'accept') {
      if (ahead % 4 === 3) waiting.add(n);
      if (ahead % 5 === 4) moved.set(n, DEPARTMENTS[ahead % DEPARTMENTS.length]!);
      write(n, 'hiring.ApplicationAccepted', { ...known, startsOn: start, pass: waiting.has(n) ? null : issue(), selfPrescription: ahead % 3 === 0 });
    } else if (what === 'cancel') {
      waiting.delete(n);
      write(n, 'hiring.HireCancelled', { passId: held ?? null });
      if (held) tell('approvals.PassCancelled', { passId: held, candidateId, applicationId, start, end });
      passes.delete(n);
    }
    else write(n, 'hiring.ApplicationRefused', { ...known, reason: what === 'auto' ? 'auto' : reason, automatic: what === 'auto' });
  };
  applications.forEach((_, n) => {
    submit(n);
    const share = Math.ceil(steps.length / applications.length);
    steps.slice(n * share, (n + 1) * share).forEach(act);
  });
  needs.forEach(({ after, department, work, exactAmount = null, before = [], deals }, n) => {
    const place = { needId: derivedId('need', n), buyerId: derivedId('buyer', n % 3), buyerDepartment: department, department: work, needKind: NEED_KINDS[n % 3], bracket: '1-5K', ...(exactAmount && { exactAmount }) };
    happened = now += after * HOUR;
    record('marketplace.NeedSubmitted', place);
    for (const act of before) {
      happened = now += 20 * HOUR;
      record(TEAM[act], place);
    }
    if (before.at(-1) === 'back' || before.at(-1) === 'reject') return;
    happened = now += after * HOUR;
    record('marketplace.NeedValidated', place);
    deals.forEach(({ after: later, amount, signed = true }, nth) => {
      happened = now += later * HOUR;
      record(nth === 0 ? 'marketplace.TransactionRecorded' : 'marketplace.TransactionAmountChanged', { ...place, signed, amount, amountBracket: '1-5K' });
    });
  });
  return events;
};

export const history = (most = 30): fc.Arbitrary<readonly RecordedEvent[]> =>
  fc.tuple(fc.array(sent, { minLength: 1, maxLength: most }), fc.array(step, { maxLength: 3 * most }), fc.array(bought, { maxLength: 8 })).map(([applications, steps, needs]) => historyOf(applications, steps, needs));
