import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#kernel';
import { detailsOf } from './french.js';
import { factsOf, knownAt } from './known.js';
import { EVENT_LABELS, labelOfEvent } from './history-events.js';
import { HISTORY, ids } from './history.fixture.js';
import { isVisibleToEmployer } from './visible.js';

const minute = (n: number) => new Date(Date.parse('2026-03-02T09:00:00Z') + n * 60_000).toISOString();
const events = HISTORY.map(([, stream, event], n) => ({ ...event, stream, position: n, meta: { recorded: minute(n) } }) as unknown as RecordedEvent);
const known = (n: number, today = '2026-03-02') => Object.fromEntries(factsOf(knownAt(events, minute(n)), today).map(({ label, value }) => [label, value]));

describe('what was known then', () => {
  it('is nothing but the events written by that instant', () => {
    expect(known(0)).toEqual({ Candidature: 'Pas encore envoyée', 'PASS IAE': 'Aucun', 'Diagnostic d’éligibilité': 'Aucun', Identité: 'numéro de sécurité sociale renseigné' });
    expect(known(3)).toMatchObject({ Candidature: 'Nouvelle candidature, envoyée le 02/03/2026', 'PASS IAE': 'Aucun', 'Diagnostic d’éligibilité': 'Prescripteur habilité, le 02/03/2026, valable (échéance 02/09/2026)' });
    expect(known(5)).toMatchObject({ 'PASS IAE': 'sans numéro, du 20/03/2026 au 18/03/2028, pas encore commencé' });
    expect(known(9)).toMatchObject({ Candidature: 'Candidature acceptée, envoyée le 02/03/2026', Contrat: 'à partir du 20/03/2026', 'PASS IAE': 'XXXXX 00 00002, du 20/03/2026 au 18/03/2028, pas encore commencé' });
  });

  it('is told for that day: a diagnosis expires on its expiry day [emplois/IAE-8], a PASS after its end', () => {
    expect(known(9, '2026-09-01')['Diagnostic d’éligibilité']).toContain('valable');
    expect(known(9, '2026-09-02')['Diagnostic d’éligibilité']).toContain('expiré');
    expect(known(9, '2028-03-18')['PASS IAE']).toContain('valide');
    expect(known(9, '2028-03-19')['PASS IAE']).toContain('expiré, carence jusqu’au 18/03/2030 inclus');
  });

  it('forgets a PASS that was cancelled and a hire that was', () => {
    const cancelled = [{ type: 'approvals.PassCancelled', data: { passId: ids.pass } }, { type: 'hiring.HireCancelled', data: {} }].map((event) => ({ ...event, meta: { recorded: minute(20) } }) as unknown as RecordedEvent);
    const facts = factsOf(knownAt([...events, ...cancelled], minute(20)), '2026-03-02');
    expect(facts).toContainEqual({ label: 'Candidature', value: 'Embauche annulée, envoyée le 02/03/2026' });
    expect(facts).toContainEqual({ label: 'PASS IAE', value: 'Aucun' });
  });
});

describe('what each fact says on screen', () => {
  it('has a French name and French details, without an id', () => {
    for (const [type, label] of Object.entries(EVENT_LABELS)) expect(label).not.toBe(type);
    expect(labelOfEvent({ type: 'hiring.ApplicationArchived', meta: { role: 'system' } })).toContain('automatiquement');
    expect(labelOfEvent({ type: 'hiring.ApplicationArchived', meta: { role: 'employer' } })).toContain('par l’employeur');
    for (const { data } of events) for (const { label, value } of detailsOf(data)) expect(`${label} ${value}`).not.toMatch(/[0-9a-f]{8}-|undefined|\bnull\b|true|false/);
    expect(detailsOf(events[2]!.data)).toContainEqual({ label: 'Critères', value: 'Bénéficiaire du RSA ; Résident QPV' });
  });
});

describe('what an employer reads of the person’s history', () => {
  const hire = { id: ids.application, companyId: ids.company, passId: ids.pass, diagnosisId: ids.diagnosis };
  it('is its own hire: not another employer’s diagnosis, nor hires elsewhere [emplois/IAE-9]', () => {
    const hidden = events.filter((event) => !isVisibleToEmployer(event, hire)).map(({ position }) => position);
    expect(hidden).toEqual([1, 4, 9]);
  });
});
