import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#kernel';
import { actors } from '#testing';
import { employerOf, id, pass } from '../domain/fixtures/applications.js';
import { boxFor, mayOpen, mayPrint } from './application-access.js';

const today = '2026-03-10';
const row = {
  candidateId: id('candidate'),
  companyId: id('company'),
  sender: 'prescriber',
  senderId: id('prescriber'),
  senderOrganisation: id('agency'),
  status: 'new',
  submittedOn: today,
} as const;
const member = (given: Partial<Actor> = {}) => actors.prescriber('colleague', { organisation: id('agency'), ...given });

describe('who may open an application', () => {
  it('the company that received it, for 730 days, or for ever once it has hired [emplois/VIS-1]', () => {
    expect(mayOpen({ ...row, submittedOn: '2024-03-11' }, employerOf(), today)).toBe(true);
    expect(mayOpen({ ...row, submittedOn: '2024-03-10' }, employerOf(), today)).toBe(false);
    expect(mayOpen({ ...row, submittedOn: '2020-01-01', status: 'accepted' }, employerOf(), today)).toBe(true);
    expect(mayOpen(row, actors.employer('another'), today)).toBe(false);
  });

  it('anybody in the organisation that sent it, even after its author has left; alone, the author [emplois/VIS-2]', () => {
    expect(mayOpen(row, member(), today)).toBe(true);
    expect(mayOpen(row, actors.prescriber('elsewhere', { id: id('prescriber') }), today)).toBe(false);
    const alone = { ...row, senderOrganisation: null };
    expect(mayOpen(alone, actors.orienter('alone', { id: id('prescriber'), organisation: null }), today)).toBe(true);
    expect(mayOpen(alone, actors.orienter('other', { organisation: null }), today)).toBe(false);
    const byEmployer = { ...row, sender: 'employer', senderOrganisation: id('other company') } as const;
    expect(mayOpen(byEmployer, { ...employerOf(), organisation: id('other company') }, today)).toBe(true);
  });

  it('the person, and nobody else’s [emplois/VIS-3]', () => {
    expect(mayOpen(row, actors.candidate('her', { id: id('candidate') }), today)).toBe(true);
    expect(
      mayOpen({ ...row, sender: 'job_seeker', senderId: id('candidate'), senderOrganisation: null }, actors.candidate('him'), today),
    ).toBe(false);
    for (const actor of [actors.inspector(), actors.buyer(), actors.supplier()]) expect(mayOpen(row, actor, today)).toBe(false);
    expect(mayOpen(row, actors.staff(), today)).toBe(true);
  });

  it('prints the attestation of a PASS only for the inclusion employer that hired under it [emplois/PASS-22]', () => {
    const hired = { companyId: id('company'), companyKind: 'ACI', status: 'accepted', pass } as const;
    expect(mayPrint(hired, employerOf())).toBe(true);
    for (const other of [{ companyKind: 'GEIQ' }, { status: 'cancelled' }, { pass: null }] as const)
      expect(mayPrint({ ...hired, ...other }, employerOf())).toBe(false);
    for (const actor of [actors.employer('another'), member(), actors.candidate('her', { id: id('candidate') }), actors.staff()])
      expect(mayPrint(hired, actor)).toBe(false);
  });

  it('finds it in the box of their role', () => {
    expect(boxFor(actors.prescriber(), 'received')).toBe('sent');
    expect(boxFor(actors.candidate(), 'received')).toBe('mine');
    expect(boxFor(actors.employer(), 'sent')).toBe('sent');
    expect(boxFor(actors.employer(), 'mine')).toBe('received');
  });
});
