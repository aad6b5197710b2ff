import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, SetClock, stripHash } from '#kernel';
import { actors } from '../../testing/src/actors.js';
import { testApp, type TestApp } from '../../testing/src/app.js';
import { HiresResolver } from './api/hires.resolver.js';
import { ControlModule } from './control.module.js';
import { ids } from './domain/history.fixture.js';
import { neighbours, readings, writeHistory } from './written-history.fixture.js';

let app: TestApp;
let hires: HiresResolver;

beforeEach(async () => {
  const clock = new SetClock('2026-03-02T09:00:00Z');
  app = await testApp({ modules: [neighbours, ControlModule], clock, store: 'postgres' });
  await writeHistory(app, clock);
  await app.settled();
  hires = app.get(HiresResolver);
  readings.length = 0;
}, 60_000);
afterEach(() => app.close());

const inspector = (department: string) => actors.inspector('inspector', { department });
const employer = (organisation: string) => actors.employer('employer', { organisation });
const history = (actor: Actor = inspector('30'), asOf: string | null = null) => hires.hireHistory(ids.application, asOf, actor);
const list = (actor: Actor, filter = {}) => hires.hires({ page: 1, ...filter } as never, actor);
const tamper = async (sql: string, params: readonly unknown[]) => {
  expect(await app.database.run(sql, params)).toBeGreaterThan(0);
};

describe('hires an inspector sees', () => {
  it('are those of the inspector’s territory; elsewhere there are none', async () => {
    expect(await list(inspector('30'))).toMatchObject({ total: 1, items: [{ applicationId: ids.application, company: { name: 'Atelier Fictif' }, passNumber: 'XXXXX0000002', selfPrescription: false }] });
    expect(await list(inspector('59'))).toMatchObject({ total: 0, items: [] });
    expect(await list(actors.staff())).toMatchObject({ total: 1 });
    expect(await list(inspector('30'), { department: '59' })).toMatchObject({ total: 0 });
    expect(await list(inspector('30'), { selfPrescription: true })).toMatchObject({ total: 0 });
    expect(await list(inspector('30'), { kind: 'ACI', from: '2026-03-02', to: '2026-03-02' })).toMatchObject({ total: 1 });
  });

  it('are recorded as read, with their purpose', async () => {
    await list(inspector('30'));
    await history();
    expect(readings).toEqual([{ purpose: 'control-hires', ids: [ids.candidate] }, { purpose: 'control-history', ids: [ids.candidate] }]);
  });
});

describe('the history of a hire', () => {
  it('tells in order who did what, when and where, over all its streams, and that the chain is intact', async () => {
    const found = (await history())!;
    expect(found).toMatchObject({ intact: true, broken: [] });
    expect(found.entries.map(({ label }) => label)).toEqual([
      'Dossier de la personne créé', 'Diagnostic d’éligibilité établi', 'Diagnostic d’éligibilité établi', 'Candidature envoyée', 'PASS IAE accordé', 'Embauche couverte par le PASS IAE',
      'Numéro de PASS IAE attribué', 'Candidature acceptée', 'Embauche couverte par le PASS IAE',
    ]);
    expect(found.entries[3]).toMatchObject({ by: 'Camille Exemple', role: 'prescriber', occurred: '2026-03-02T09:04:00.000Z' });
    expect(found.entries[7]).toMatchObject({ role: 'employer', organisation: 'Atelier Fictif' });
    expect(found.entries[6]).toMatchObject({ by: 'La plateforme', stream: 'pass-numbers', revision: 1 });
  });

  it('tells what was known when the employer accepted, and just before', async () => {
    const at = (await history())!.entries[3]!.recorded;
    expect((await history(inspector('30'), at))!.known).toContainEqual({ label: 'PASS IAE', value: 'Aucun' });
    expect((await history())!.known).toContainEqual({ label: 'Contrat', value: 'à partir du 20/03/2026' });
  });

  it('is closed to inspectors of other territories and to other employers', async () => {
    expect(await history(inspector('59'))).toBeNull();
    expect(await history(employer(ids.elsewhere))).toBeNull();
    expect(await history(actors.prescriber())).toBeNull();
    const own = (await history(employer(ids.company)))!;
    expect(own.intact).toBe(true);
    expect(own.entries).toHaveLength(7);
  });

  it('names the event that was altered, in whatever stream', async () => {
    await tamper(`update es.events set data = replace(data::text, 'RSA', 'ASS')::json where stream = $1 and revision = 1`, [`diagnosis-${ids.candidate}`]);
    expect(await history()).toMatchObject({ intact: false, broken: ['Diagnostics de la personne : l’événement n° 2 n’est plus celui qui a été écrit.'] });
  });

  it('names a number that was altered, without reading everybody’s', async () => {
    await tamper(`update es.events set data = replace(data::text, '0002', '0003')::json where stream = 'pass-numbers' and revision = $1`, [1]);
    expect((await history())!.broken).toEqual(['Numéros de PASS IAE : l’événement n° 2 n’est plus celui qui a été écrit.']);
  });

  it('sees that the last event was cut off, or that one was removed', async () => {
    await tamper('delete from es.events where stream = $1 and revision = 1', [`application-${ids.application}`]);
    await tamper('delete from es.events where stream = $1 and revision = 0', [`pass-${ids.candidate}`]);
    expect((await history())!.broken).toEqual(expect.arrayContaining(['Candidature : la fin manque à partir de l’événement n° 2.', 'PASS IAE de la personne : l’événement n° 1 a été retiré.']));
  });

  it('sees that a whole stream was taken away', async () => {
    await tamper('delete from es.events where stream = $1', [`diagnosis-${ids.candidate}`]);
    expect((await history())!.broken).toEqual(['Diagnostics de la personne : le diagnostic de cette embauche manque.']);
  });

  it('shows the hash of every entry, the one the next is chained to', async () => {
    const stored = await app.store.read(`application-${ids.application}`);
    const hashes = (await history())!.entries.filter(({ stream }) => stream.startsWith('application-')).map(({ hash }) => hash);
    expect(hashes).toEqual(stored.map(({ meta }) => stripHash(meta)!.hash));
  });
});
