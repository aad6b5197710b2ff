import type { Day, RecordedEvent } from '#kernel';
import type { HirePass, HiringEvent } from '#hiring';
import { type Counted, type Measure, monthOf, regionOf } from './fact.js';
import { delayDetail } from './response-delay.js';
import type { Entry, UnitKind } from './story.js';

type Told = Extract<HiringEvent, { type: 'hiring.ApplicationSubmitted' | 'hiring.ApplicationAccepted' | 'hiring.ApplicationRefused' | 'hiring.PassDelivered' | 'hiring.HireCancelled' }>;

interface Noted {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason?: string;
  /** Refused by the platform, read by nobody. */
  readonly automatic?: boolean;
  readonly self?: boolean;
  readonly pass?: 'new' | 'known' | null;
  /** Of the employer, the day it said yes. */
  readonly department?: string;
}
type Step = Entry<Noted>;

const DAY_MS = 86_400_000;
const data = (event: RecordedEvent): Told['data'] => (event as unknown as Told).data;
const accepted = ({ type }: Step) => type === 'hiring.ApplicationAccepted';
const refused = ({ type }: Step) => type === 'hiring.ApplicationRefused';
const delivered = ({ type }: Step) => type === 'hiring.PassDelivered';
const cancelled = ({ type }: Step) => type === 'hiring.HireCancelled';

const counted = (measure: Measure, day: Day, detail = '', delayDays: number | null = null): Counted => ({ measure, month: monthOf(day), detail, delayDays, amount: 0 });

/** Where the employer was when it hired, which is not always where the application was sent [pilotage/G-6]. */
const there = (measure: Measure, { day, noted }: Step): Counted => ({ ...counted(measure, day), ...(noted.department === undefined ? {} : { department: noted.department }) });

const firstAnswer = (sent: Step, answer: Step): Counted => {
  const delayDays = Math.max(0, Math.floor((answer.noted.at - sent.noted.at) / DAY_MS));
  return counted('response', sent.day, delayDetail(delayDays, answer.noted.automatic ?? false), delayDays);
};

const covered = (pass: HirePass | null) => ({ pass: pass && (pass.isNew ? 'new' : 'known') }) as const;

/** The PASS of a hire may come later, once staff have checked the person: it then counts as if it had come with the hire. */
const hired = (hire: Step, later: Step | undefined): readonly Counted[] => [
  there('hire', hire),
  ...(hire.noted.self ? [there('self_prescribed', hire)] : []),
  ...((hire.noted.pass ?? later?.noted.pass) === 'known' ? [there('in_pass', hire)] : []),
];
/** What staff delivered for that very hire, not for another made after it was cancelled. */
const deliveredFor = (hire: Step, life: readonly Step[]): Step | undefined => {
  const next = life.slice(life.indexOf(hire) + 1).find((step) => accepted(step) || cancelled(step) || delivered(step));
  return next && delivered(next) ? next : undefined;
};

/** An application, from being sent to the hire and its end. */
export const applicationUnit: UnitKind<Noted> = {
  unit: 'application',
  types: ['hiring.ApplicationSubmitted', 'hiring.ApplicationAccepted', 'hiring.ApplicationRefused', 'hiring.PassDelivered', 'hiring.HireCancelled'] satisfies Told['type'][],
  id: (event) => data(event).applicationId,
  day: (event) => data(event).on,
  place: (event) => {
    const told = data(event);
    const { candidateId, companyId, companyKind, companyDepartment } = told;
    return { person: candidateId, company: companyId, kind: companyKind, department: companyDepartment, region: regionOf(companyDepartment), sender: 'sender' in told ? told.sender : '' };
  },
  note: (event) => {
    const told = event as unknown as Told;
    const at = Date.parse(told.type === 'hiring.ApplicationSubmitted' ? told.data.at : event.meta.occurred);
    if (told.type === 'hiring.ApplicationRefused') return { at, reason: told.data.reason, automatic: told.data.automatic };
    if (told.type === 'hiring.PassDelivered') return { at, ...covered(told.data.pass) };
    if (told.type !== 'hiring.ApplicationAccepted') return { at };
    return { at, self: told.data.selfPrescription, department: told.data.companyDepartment, ...covered(told.data.pass) };
  },
  count(life) {
    const sent = life.find(({ type }) => type === 'hiring.ApplicationSubmitted');
    if (!sent) return [];
    const outcome = life.findLast((step) => accepted(step) || refused(step) || cancelled(step));
    const answer = life.find((step) => accepted(step) || refused(step));
    const hire = life.find(accepted);
    return [
      counted('application', sent.day),
      ...(outcome && accepted(outcome) ? [counted('accepted', sent.day)] : []),
      ...(outcome && refused(outcome) ? [counted('refused', sent.day, outcome.noted.reason)] : []),
      ...(answer ? [firstAnswer(sent, answer)] : []),
      ...(hire ? hired(hire, deliveredFor(hire, life)) : []),
      ...(hire && outcome && cancelled(outcome) ? [there('hire_cancelled', hire)] : []),
    ];
  },
};
