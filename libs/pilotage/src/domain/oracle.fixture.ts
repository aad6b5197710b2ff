import type { RecordedEvent } from '#kernel';
import { SIAE_KINDS } from '#organisations';
import type { Question } from './question.js';

interface Life {
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
  readonly pass: { readonly isNew: boolean; readonly start: string };
}
const data = (event: RecordedEvent) => event.data as Data;
const OUTCOMES = ['hiring.ApplicationAccepted', 'hiring.ApplicationRefused', 'hiring.HireCancelled'];
const ANSWERS = ['hiring.ApplicationAccepted', 'hiring.ApplicationRefused'];

const livesOf = (events: readonly RecordedEvent[]): readonly Life[] =>
  events
    .filter(({ type }) => type === 'hiring.ApplicationSubmitted')
    .map((submitted) => {
      const { applicationId, companyKind, companyDepartment, on } = data(submitted);
      return { kind: companyKind, department: companyDepartment, month: on.slice(0, 7), events: events.filter((event) => data(event).applicationId === applicationId) };
    });

const REGION: Readonly<Record<string, string>> = { '30': '76', '34': '76', '59': '32', '75': '11' };
const middle = (numbers: readonly number[]) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** The definitions read word by word over whole lives of applications: slow, direct, written without looking at the facts. */
export const oracle = (events: readonly RecordedEvent[], { from, to, kind, region, department }: Question) => {
  const within = (month: string) => from <= month && month <= to;
  const lives = livesOf(events).filter(
    (life) => (kind ? life.kind === kind : (SIAE_KINDS as readonly string[]).includes(life.kind)) && (!region || REGION[life.department] === region) && (!department || life.department === department),
  );
  const cohort = lives.filter(({ month }) => within(month));
  const outcome = (life: Life) => life.events.filter(({ type }) => OUTCOMES.includes(type)).at(-1);
  const refused = cohort.map(outcome).filter((event) => event?.type === 'hiring.ApplicationRefused').map((event) => data(event!));
  const reasons = [...new Set(refused.map(({ reason }) => reason))].map((reason) => [reason, refused.filter((each) => each.reason === reason).length] as const);
  const hires = lives.map((life) => life.events.find(({ type }) => type === 'hiring.ApplicationAccepted')).filter((first) => first && within(data(first).on.slice(0, 7)));
  const passes = lives.flatMap((life) => life.events).filter((event) => event.type === 'hiring.ApplicationAccepted' && data(event).pass.isNew && within(data(event).pass.start.slice(0, 7)));
  const delays = cohort.flatMap((life) => {
    const [first, answer] = [life.events[0]!, life.events.find(({ type }) => ANSWERS.includes(type))];
    return answer ? [Math.floor((Date.parse(answer.meta.occurred) - Date.parse(first.meta.occurred)) / 86_400_000)] : [];
  });
  return {
    applications: cohort.length,
    accepted: cohort.filter((life) => outcome(life)?.type === 'hiring.ApplicationAccepted').length,
    refusals: refused.length,
    reasons: Object.fromEntries(reasons),
    hires: hires.length,
    passesIssued: passes.length,
    medianResponseDays: middle(delays),
  };
};
