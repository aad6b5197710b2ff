import { dayOf, type Day, type RecordedEvent } from '#kernel';
import type { ApprovalsEvent } from '#approvals';
import type { HiringEvent } from '#hiring';
import { type Measure, monthOf, regionOf } from './fact.js';
import type { Entry, UnitKind } from './story.js';

type Of<T extends ApprovalsEvent['type']> = Extract<ApprovalsEvent, { type: T }>;
type Covered = Extract<HiringEvent, { type: 'hiring.ApplicationAccepted' | 'hiring.PassDelivered' }>;
type Told = Of<'approvals.PassGranted' | 'approvals.PassStartMoved' | 'approvals.PassCancelled'> | Covered;
interface Noted {
  /** Day the PASS starts on, where the event says so. */
  readonly start?: Day;
}
type Step = Entry<Noted>;
/** The application a PASS was granted for: at the hire, or later once staff have checked the person. */
const COVERED = ['hiring.ApplicationAccepted', 'hiring.PassDelivered'] as const;
const covers = (tells: Told): tells is Covered => (COVERED as readonly string[]).includes(tells.type);
const told = (event: RecordedEvent) => event as unknown as Told;
const last = (life: readonly Step[], ...types: readonly Told['type'][]) => life.findLast(({ type }) => (types as readonly string[]).includes(type));

/**
 * A PASS, from being granted to its cancellation. The person's own stream says when it starts and whether it still is;
 * the application it was granted for says where: it is counted once both are known [pilotage/PASS-08].
 */
export const passUnit: UnitKind<Noted> = {
  unit: 'pass',
  types: ['approvals.PassGranted', 'approvals.PassStartMoved', 'approvals.PassCancelled', ...COVERED] satisfies Told['type'][],
  id: (event) => {
    const tells = told(event);
    if (!covers(tells)) return tells.data.passId;
    return tells.data.pass?.isNew ? tells.data.pass.passId : null;
  },
  day: (event) => {
    const tells = told(event);
    return covers(tells) ? tells.data.on : dayOf(event.meta.occurred);
  },
  place: (event) => {
    const tells = told(event);
    if (!covers(tells)) return null;
    const { candidateId, companyId, companyKind, companyDepartment, ...rest } = tells.data;
    return { person: candidateId, company: companyId, kind: companyKind, department: companyDepartment, region: regionOf(companyDepartment), sender: 'sender' in rest ? rest.sender : '' };
  },
  note: (event) => {
    const tells = told(event);
    return tells.type === 'approvals.PassGranted' || tells.type === 'approvals.PassStartMoved' ? { start: tells.data.start } : {};
  },
  count(life) {
    const start = last(life, 'approvals.PassStartMoved', 'approvals.PassGranted')?.noted.start;
    if (!start || !last(life, 'approvals.PassGranted') || !last(life, ...COVERED)) return [];
    const measure: Measure = last(life, 'approvals.PassCancelled') ? 'pass_cancelled' : 'pass';
    return [{ measure, month: monthOf(start), detail: '', delayDays: null, amount: 0 }];
  },
};
