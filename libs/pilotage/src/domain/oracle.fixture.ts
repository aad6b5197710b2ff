import { dayOf, type RecordedEvent } from '#kernel';
import { SIAE_KINDS } from '#organisations';
import type { Question } from './question.js';

interface Life {
  readonly id: string;
  readonly kind: string;
  readonly department: string;
  readonly month: string;
  readonly events: readonly RecordedEvent[];
}
interface Data {
  readonly applicationId: string;
  readonly companyKind: string;
  readonly companyDepartment: string;
  readonly on: string;
  readonly reason: string;
  readonly pass: { readonly isNew: boolean };
  readonly passId: string;
  readonly start: string;
  readonly selfPrescription: boolean;
  readonly needId: string;
  readonly department: string | null;
  readonly buyerDepartment: string;
  readonly signed: boolean;
  readonly amount: number | null;
}
const data = (event: RecordedEvent) => event.data as Data;
const OUTCOMES = ['hiring.ApplicationAccepted', 'hiring.ApplicationRefused', 'hiring.HireCancelled'];
const ANSWERS = ['hiring.ApplicationAccepted', 'hiring.ApplicationRefused'];

const livesOf = (events: readonly RecordedEvent[]): readonly Life[] =>
  events
    .filter(({ type }) => type === 'hiring.ApplicationSubmitted')
    .map((submitted) => {
      const { applicationId, companyKind, companyDepartment, on } = data(submitted);
      return { id: applicationId, kind: companyKind, department: companyDepartment, month: on.slice(0, 7), events: events.filter((event) => event.type.startsWith('hiring.') && data(event).applicationId === applicationId) };
    });

const REGION: Readonly<Record<string, string>> = { '30': '76', '34': '76', '59': '32', '75': '11' };
const middle = (numbers: readonly number[]) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

const BRACKET_TOP = 4_999;

/** The definitions read word by word over whole lives, after forgetting what had not happened or was not known yet: slow, direct, written without looking at the facts. */
export const oracle = (log: readonly RecordedEvent[], { from, to, kind, region, department, validAt, knownAt }: Question) => {
  const events = log.filter((event) => (!validAt || dayOf(event.meta.occurred) <= validAt) && (knownAt === null || Date.parse(event.meta.recorded) <= knownAt));
  const within = (month: string) => from <= month && month <= to;
  const lives = livesOf(events).filter(
    (life) => (kind ? life.kind === kind : (SIAE_KINDS as readonly string[]).includes(life.kind)) && (!region || REGION[life.department] === region) && (!department || life.department === department),
  );
  const cohort = lives.filter(({ month }) => within(month));
  const outcome = (life: Life) => life.events.filter(({ type }) => OUTCOMES.includes(type)).at(-1);
  const refused = cohort.map(outcome).filter((event) => event?.type === 'hiring.ApplicationRefused').map((event) => data(event!));
  const reasons = [...new Set(refused.map(({ reason }) => reason))].map((reason) => [reason, refused.filter((each) => each.reason === reason).length] as const);
  const hires = lives.map((life) => life.events.find(({ type }) => type === 'hiring.ApplicationAccepted')).filter((first) => first && within(data(first).on.slice(0, 7)));
  const grants = events
    .filter(({ type }) => type === 'approvals.PassGranted')
    .map((granted) => ({ life: lives.find((each) => each.id === data(granted).applicationId), events: events.filter((event) => data(event).passId === data(granted).passId && event.type.startsWith('approvals.')) }))
    .filter(({ life }) => life?.events.some(({ type }) => type === 'hiring.ApplicationAccepted'))
    .map(({ events: told }) => ({ start: data(told.filter(({ type }) => type !== 'approvals.PassCancelled').at(-1)!).start, cancelled: told.some(({ type }) => type === 'approvals.PassCancelled') }))
    .filter(({ start }) => within(start.slice(0, 7)));
  const delays = cohort.flatMap((life) => {
    const [first, answer] = [life.events[0]!, life.events.find(({ type }) => ANSWERS.includes(type))];
    return answer ? [Math.floor((Date.parse(answer.meta.occurred) - Date.parse(first.meta.occurred)) / 86_400_000)] : [];
  });
  const firstHires = hires.map((first) => data(first!));
  const needs = events
    .filter(({ type }) => type === 'marketplace.NeedValidated')
    .map((sent) => ({ ...data(sent), place: data(sent).department ?? data(sent).buyerDepartment, events: events.filter((event) => data(event).needId === data(sent).needId) }))
    .filter(({ place }) => (!region || REGION[place] === region) && (!department || place === department));
  const deals = needs
    .map((need) => ({ recorded: need.events.find(({ type }) => type === 'marketplace.TransactionRecorded'), last: need.events.at(-1)! }))
    .filter(({ recorded }) => recorded && data(recorded).signed && within(data(recorded).on.slice(0, 7)));
  return {
    needs: needs.filter(({ on }) => within(on.slice(0, 7))).length,
    transactions: deals.length,
    transactionAmount: deals.reduce((sum, { last }) => sum + (data(last).amount ?? BRACKET_TOP), 0),
    automatic: refused.filter(({ reason }) => reason === 'auto').length,
    answered: delays.length,
    selfPrescribed: firstHires.filter(({ selfPrescription }) => selfPrescription).length,
    inPass: firstHires.filter(({ pass }) => !pass.isNew).length,
    applications: cohort.length,
    accepted: cohort.filter((life) => outcome(life)?.type === 'hiring.ApplicationAccepted').length,
    refusals: refused.length,
    reasons: Object.fromEntries(reasons),
    hires: hires.length,
    passesIssued: grants.filter(({ cancelled }) => !cancelled).length,
    passesCancelled: grants.filter(({ cancelled }) => cancelled).length,
    medianResponseDays: middle(delays),
  };
};
