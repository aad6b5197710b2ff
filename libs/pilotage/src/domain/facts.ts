import type { RecordedEvent } from '#kernel';
import type { HiringEvent } from '#hiring';
import { departmentOf } from '#reference';
import { DEFINITION, type Fact, type Measure, monthOf } from './fact.js';

type Counted = Extract<HiringEvent, { type: 'hiring.ApplicationSubmitted' | 'hiring.ApplicationAccepted' | 'hiring.ApplicationRefused' | 'hiring.HireCancelled' }>;
export const COUNTED = ['hiring.ApplicationSubmitted', 'hiring.ApplicationAccepted', 'hiring.ApplicationRefused', 'hiring.HireCancelled'] as const satisfies readonly Counted['type'][];

const DAY_MS = 86_400_000;

const entering = (measure: Measure, id: string, event: RecordedEvent, day: string, given: Partial<Fact> = {}): Fact => {
  const { data } = event as unknown as Counted;
  return {
    id, measure, definition: DEFINITION, position: event.position, leftAt: null, day, month: monthOf(day), person: data.candidateId, company: data.companyId, kind: data.companyKind,
    department: data.companyDepartment, region: departmentOf(data.companyDepartment)?.region.code ?? '', sender: 'sender' in data ? data.sender : null, detail: '', delayDays: null,
    automatic: false, since: null, touched: event.position, recorded: event.meta.recorded, ...given,
  };
};
const touched = (fact: Fact, { position, meta }: RecordedEvent, change: Partial<Fact>): Fact => ({ ...fact, ...change, touched: position, recorded: meta.recorded });

const answered = (awaited: Fact, event: RecordedEvent, automatic: boolean): Fact => {
  const delayDays = Math.max(0, Math.floor((Date.parse(event.meta.occurred) - Date.parse(awaited.since!)) / DAY_MS));
  return touched(awaited, event, { position: event.position, delayDays, automatic, detail: String(Math.floor(delayDays / 7)) });
};
/** Only the first answer counts. */
const firstAnswer = (row: Fact | null, event: RecordedEvent, automatic = false): Fact | null => (row && row.position === null ? answered(row, event, automatic) : row);

type Change = (row: Fact | null, id: string) => Fact | null;

/** The rows an event touches, and how each changes. */
const changesOf = (event: RecordedEvent): Readonly<Record<string, Change>> => {
  const { type, data } = event as unknown as Counted;
  const key = (measure: Measure) => `${measure}:${data.applicationId}`;
  switch (type) {
    case 'hiring.ApplicationSubmitted':
      return {
        [key('application')]: (_, id) => entering('application', id, event, data.on),
        [key('response')]: (_, id) => entering('response', id, event, data.on, { position: null, since: data.at }),
      };
    case 'hiring.ApplicationAccepted':
      return {
        [key('accepted')]: (_, id) => entering('accepted', id, event, data.submittedOn),
        [key('refused')]: (row) => row && (row.leftAt === null ? touched(row, event, { leftAt: event.position }) : row),
        [key('response')]: (row) => firstAnswer(row, event),
        [key('hire')]: (row, id) => row ?? entering('hire', id, event, data.on),
        ...(data.pass?.isNew ? { [`pass:${data.pass.passId}`]: (_: Fact | null, id: string) => entering('pass', id, event, data.pass!.start) } : {}),
      };
    case 'hiring.ApplicationRefused':
      return {
        [key('refused')]: (_, id) => entering('refused', id, event, data.submittedOn, { detail: data.reason, automatic: data.automatic }),
        [key('response')]: (row) => firstAnswer(row, event, data.automatic),
      };
    case 'hiring.HireCancelled':
      return { [key('accepted')]: (row) => row && touched(row, event, { leftAt: event.position }) };
  }
};

export const factKeys = (event: RecordedEvent): readonly string[] => Object.keys(changesOf(event));
export const evolveFact = (row: Fact | null, event: RecordedEvent, key: string): Fact | null => changesOf(event)[key]!(row, key);
