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
  readonly automatic: boolean;
  readonly pass: { readonly passId: string; readonly isNew: boolean } | null;
  readonly passId: string;
  readonly start: string;
  readonly selfPrescription: boolean;
  readonly needId: string;
  readonly needKind: string;
  readonly department: string | null;
  readonly buyerDepartment: string;
  readonly signed: boolean;
  readonly amount: number | null;
  readonly exactAmount?: number;
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

const STATES: Readonly<Record<string, string>> = {
  'marketplace.NeedSubmitted': 'submitted',
  'marketplace.NeedSentBack': 'draft',
  'marketplace.NeedRejected': 'rejected',
  'marketplace.NeedValidated': 'validated',
};
const tally = (codes: readonly string[]) => Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((each) => each === code).length]));
const CLASSES = [0, 31, 46, 61, 91];
const BRACKET_TOP = 4_999;

/** The definitions read word by word over whole lives, after forgetting what had not happened or was not known yet: slow, direct, written without looking at the facts. */
export const oracle = (log: readonly RecordedEvent[], { from, to, kind, region, department, validAt, knownAt }: Question) => {
  const events = log.filter((event) => (!validAt || dayOf(event.meta.occurred) <= validAt) && (knownAt === null || Date.parse(event.meta.recorded) <= knownAt));
  const within = (month: string) => from <= month && month <= to;
  const inPlace = ({ place }: { readonly place: string }) => (!region || REGION[place] === region) && (!department || place === department);
  const lives = livesOf(events).filter((life) => (kind ? life.kind === kind : (SIAE_KINDS as readonly string[]).includes(life.kind)));
  const cohort = lives.filter((life) => within(life.month) && inPlace({ place: life.department }));
  const outcome = (life: Life) => life.events.filter(({ type }) => OUTCOMES.includes(type)).at(-1);
  const refused = cohort.map(outcome).filter((event) => event?.type === 'hiring.ApplicationRefused').map((event) => data(event!));
  const hires = lives.map((life) => life.events.find(({ type }) => type === 'hiring.ApplicationAccepted')).filter((first) => first && within(data(first).on.slice(0, 7)) && inPlace({ place: data(first).companyDepartment }));
  const grants = events
    .filter(({ type }) => type === 'approvals.PassGranted')
    .map((granted) => ({ life: lives.find((each) => each.id === data(granted).applicationId), events: events.filter((event) => data(event).passId === data(granted).passId && event.type.startsWith('approvals.')) }))
    .filter(({ life, events: told }) => life?.events.some((event) => data(event).pass?.passId === data(told[0]!).passId && inPlace({ place: data(event).companyDepartment })))
    .map(({ events: told }) => ({ start: data(told.filter(({ type }) => type !== 'approvals.PassCancelled').at(-1)!).start, cancelled: told.some(({ type }) => type === 'approvals.PassCancelled') }))
    .filter(({ start }) => within(start.slice(0, 7)));
  const answeredBy = (people: boolean) =>
    cohort.flatMap((life) => {
      const [first, answer] = [life.events[0]!, life.events.find(({ type }) => ANSWERS.includes(type))];
      return answer && (!people || !data(answer).automatic) ? [Math.floor((Date.parse(answer.meta.occurred) - Date.parse(first.meta.occurred)) / 86_400_000)] : [];
    });
  const delays = answeredBy(false);
  const firstHires = hires.map((first) => data(first!));
  /** The PASS of a hire: said with it, or by the team before anything else becomes of it. */
  const passOf = (first: RecordedEvent) => {
    const after = events.slice(events.indexOf(first) + 1).find((event) => event.type !== 'hiring.ApplicationRefused' && event.type.startsWith('hiring.') && data(event).applicationId === data(first).applicationId);
    return data(first).pass ?? (after?.type === 'hiring.PassDelivered' ? data(after).pass : null);
  };
  const submitted = [...new Map(events.filter(({ type }) => type === 'marketplace.NeedSubmitted').reverse().map((event) => [data(event).needId, data(event)])).values()]
    .map((need) => ({ on: need.on, place: need.department ?? need.buyerDepartment, last: events.filter((event) => data(event).needId === need.needId && STATES[event.type]).at(-1)! }))
    .filter((need) => inPlace(need) && within(need.on.slice(0, 7)));
  const needs = events
    .filter(({ type }) => type === 'marketplace.NeedValidated')
    .map((sent) => ({ ...data(sent), place: data(sent).department ?? data(sent).buyerDepartment, events: events.filter((event) => data(event).needId === data(sent).needId) }))
    .filter(inPlace);
  const deals = needs
    .map(({ events: told }) => {
      // Back from the last word while it says yes: the month of the earliest of these counts.
      const words = told.filter(({ type }) => type.startsWith('marketplace.Transaction')).reverse();
      const refused = words.findIndex((word) => !data(word).signed);
      return { last: words[0], since: (refused < 0 ? words : words.slice(0, refused)).at(-1) };
    })
    .filter(({ since }) => since && within(data(since).on.slice(0, 7)));
  return {
    needs: needs.filter(({ on }) => within(on.slice(0, 7))).length,
    transactions: deals.length,
    transactionAmount: deals.reduce((sum, { last }) => sum + (data(last!).amount ?? data(last!).exactAmount ?? BRACKET_TOP), 0),
    automatic: refused.filter(({ reason }) => reason === 'auto').length,
    answered: delays.length,
    answeredByPeople: answeredBy(true).length,
    classes: tally(delays.map((days) => String(CLASSES.findLast((from) => from <= days)))),
    meanResponseDays: delays.length === 0 ? null : delays.reduce((sum, days) => sum + days, 0) / delays.length,
    humanResponseDays: middle(answeredBy(true)),
    cancelledHires: hires.filter((first) => outcome(lives.find(({ events: told }) => told.includes(first!))!)?.type === 'hiring.HireCancelled').length,
    submitted: tally(submitted.map(({ last }) => STATES[last.type]!)),
    needKinds: tally(needs.filter(({ on }) => within(on.slice(0, 7))).map(({ needKind }) => needKind)),
    selfPrescribed: firstHires.filter(({ selfPrescription }) => selfPrescription).length,
    inPass: hires.filter((first) => passOf(first!)?.isNew === false).length,
    applications: cohort.length,
    accepted: cohort.filter((life) => outcome(life)?.type === 'hiring.ApplicationAccepted').length,
    refusals: refused.length,
    reasons: tally(refused.map(({ reason }) => reason)),
    hires: hires.length,
    passesIssued: grants.filter(({ cancelled }) => !cancelled).length,
    passesCancelled: grants.filter(({ cancelled }) => cancelled).length,
    medianResponseDays: middle(delays),
  };
};
