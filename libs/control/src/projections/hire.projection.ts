import { defineEntity, p } from '@mikro-orm/core';
import { type Day, type Id, projection } from '#kernel';
import type { HiringEvent } from '#hiring';
import { departmentOf } from '#reference';

export interface HireRow {
  /** The application. */
  readonly id: Id;
  readonly candidateId: Id;
  readonly companyId: Id;
  readonly kind: string;
  readonly department: string;
  readonly region: string;
  readonly startsOn: Day;
  readonly agreedOn: Day;
  readonly selfPrescription: boolean;
  readonly passId: Id | null;
  readonly passNumber: string | null;
  readonly diagnosisId: Id | null;
  readonly cancelled: boolean;
  /** Last event seen of the application: a history cut shorter than that has been tampered with. */
  readonly seenRevision: number;
  readonly seenHash: string;
}

export const HireEntity = defineEntity({
  name: 'ControlHire',
  tableName: 'control_hire',
  schema: 'read',
  indexes: [{ properties: ['department', 'agreedOn', 'id'] }, { properties: ['agreedOn', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    candidateId: p.uuid(),
    companyId: p.uuid(),
    kind: p.text(),
    department: p.text(),
    region: p.text(),
    startsOn: p.date(),
    agreedOn: p.date(),
    selfPrescription: p.boolean(),
    passId: p.uuid().nullable(),
    passNumber: p.text().nullable(),
    diagnosisId: p.uuid().nullable(),
    cancelled: p.boolean(),
    seenRevision: p.integer(),
    seenHash: p.text(),
  },
});

type HireEvent = Extract<HiringEvent, { type: 'hiring.ApplicationAccepted' | 'hiring.PassDelivered' | 'hiring.PassDeliveryRefused' | 'hiring.HireDatesChanged' | 'hiring.HireCancelled' }>;

/** Every hire ever agreed: what an inspector may open. */
export const hireRows = projection<HireEvent, HireRow>({
  name: 'control.hire',
  version: 3,
  entity: HireEntity,
  handles: ['hiring.ApplicationAccepted', 'hiring.PassDelivered', 'hiring.PassDeliveryRefused', 'hiring.HireDatesChanged', 'hiring.HireCancelled'],
  keys: ({ data }) => data.applicationId,
  evolve: (row, event) => {
    const { type, data } = event as unknown as HireEvent;
    const seen = { seenRevision: event.revision, seenHash: event.meta.hash };
    if (type === 'hiring.HireCancelled') return row && { ...row, cancelled: true, ...seen };
    if (type === 'hiring.PassDelivered') return row && { ...row, passId: data.pass.passId, passNumber: data.pass.number, ...seen };
    if (type === 'hiring.HireDatesChanged') return row && { ...row, startsOn: data.startsOn, ...seen };
    if (type === 'hiring.PassDeliveryRefused') return row && { ...row, ...seen };
    const { applicationId: id, candidateId, companyId, companyKind: kind, companyDepartment: department, startsOn, on: agreedOn, selfPrescription, pass, diagnosisId } = data;
    const region = departmentOf(department)?.region.code ?? '';
    return { id, candidateId, companyId, kind, department, region, startsOn, agreedOn, selfPrescription, passId: pass?.passId ?? null, passNumber: pass?.number ?? null, diagnosisId, cancelled: false, ...seen };
  },
});
