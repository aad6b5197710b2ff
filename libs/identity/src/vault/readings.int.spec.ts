import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#kernel';
import { actors, commandBy, type TestApp } from '#testing';
import { Accounts } from '../application/accounts.js';
import { Candidates } from '../application/candidates.js';
import { IdentityQueries } from '../contract.js';
import { CandidateFiles } from '../projections/candidate-files.js';
import { CandidateFinder } from '../projections/candidate-finder.js';
import { CandidateList } from '../projections/candidate-list.js';
import { AccessLog } from './access-log.js';
import { openVault, person, prescriber, refusal, registerIn } from './vault-people.fixture.js';

let app: TestApp;
const register = registerIn(() => app);

beforeAll(async () => {
  app = await openVault();
}, 60_000);
afterAll(() => app?.close());

describe('Readings of personal data', () => {
  const readings = async (id: Id) => {
    await app.get(AccessLog).flush();
    return (await app.get(AccessLog).of(id, { limit: 50, offset: 0 })).items;
  };

  it('are recorded once for a list, by viewer, organisation and purpose', async () => {
    const ids = [await register(), await register()];
    await app.get(IdentityQueries).summaries(ids, { viewer: actors.employer(), purpose: 'applications-list' });
    const [mine, yours] = [await readings(ids[0]!), await readings(ids[1]!)];
    expect(mine).toMatchObject([
      { viewer: actors.employer().id, organisation: actors.employer().organisation, role: 'employer', purpose: 'applications-list' },
    ]);
    expect(yours).toHaveLength(1);
    expect(await app.database.one(`select count(*)::int as n from identity.access where people @> $1::uuid[]`, [ids])).toEqual({ n: 1 });
  });

  it('are recorded before a file or a number is shown', async () => {
    const input = person();
    const id = await register(input);
    await app.get(CandidateFiles).open(id, actors.employer());
    await app.get(CandidateFinder).byNir(input.nir!, actors.employer());
    const rows = await app.database.rows<{ purpose: string }>(
      `select purpose from identity.access where people @> array[$1::uuid] order by id`,
      [id],
    );
    expect(rows.map(({ purpose }) => purpose)).toEqual(['candidate-file', 'candidate-by-nir']);
  });

  it('show as one what one gesture read several times, and keep every record', async () => {
    const id = await register();
    const viewer = actors.employer();
    const moments = ['2026-03-02T10:00:01Z', '2026-03-02T10:00:09Z', '2026-03-02T10:01:30Z'];
    for (const at of moments)
      await app.database.run(`insert into identity.access (read_at, viewer, organisation, role, purpose, people) values ($1, $2, $3, 'employer', 'application-file', array[$4::uuid])`, [at, viewer.id, viewer.organisation, id]);
    expect((await readings(id)).map(({ at }) => new Date(at).toISOString())).toEqual(['2026-03-02T10:01:30.000Z', '2026-03-02T10:00:09.000Z']);
    expect(await app.database.one(`select count(*)::int as n from identity.access where people @> array[$1::uuid]`, [id])).toEqual({ n: 3 });
  });

  it('are not recorded for what was masked, nor for oneself', async () => {
    const id = await register();
    const people = app.get(IdentityQueries);
    const masked = await people.summaries([id], { viewer: actors.orienter(), purpose: 'candidates-list' });
    expect(masked.get(id)).toEqual({ id, displayName: 'E… P…', masked: true, birthDate: null, city: null, hasNir: true });
    await people.names([id], { viewer: { ...actors.candidate(), id }, purpose: 'own' });
    expect(await readings(id)).toEqual([]);
  });
});

describe('Finding a candidate', () => {
  it('refuses an invalid NIR, continues with an unknown one, asks to confirm a known one [emplois/CAN-23]', async () => {
    const [finder, input] = [app.get(CandidateFinder), person()];
    expect(await refusal(finder.byNir('269054958815780', prescriber))).toEqual(['identity/nir-illustrative']);
    expect(await finder.byNir(input.nir!, prescriber)).toEqual({ found: false, candidate: null, problem: null, mayAttachNir: false });
    await register(input);
    expect(await finder.byNir(input.nir!, prescriber)).toMatchObject({ found: true, candidate: { masked: false } });
    expect(await finder.byNir(input.nir!, actors.orienter())).toMatchObject({
      found: true,
      candidate: { masked: true, displayName: 'E… P…' },
    });
  });

  it('refuses the e-mail of a professional [emplois/CAN-24]', async () => {
    await app.get(Accounts).openAccount({
      accountId: newId(),
      email: 'pro@structure.test',
      password: null,
      firstName: 'Paul',
      lastName: 'Pro',
      kind: 'professional',
    });
    expect(await app.get(CandidateFinder).byEmail('Pro@structure.test', prescriber)).toEqual({
      found: true,
      candidate: null,
      problem: 'identity/email-of-professional',
      mayAttachNir: false,
    });
  });

  it('lets an orienter edit only those they registered [emplois/AUT-7]', async () => {
    const input = person();
    const id = await register(input, actors.orienter());
    await app.get(Candidates).update(id, { ...input, phone: '0644444444' }, commandBy(actors.orienter()));
    expect(await refusal(app.get(Candidates).update(id, { ...input, phone: '0655555555' }, commandBy(actors.orienter('another'))))).toEqual(
      ['identity/not-your-candidate'],
    );
  });

  it('lists the candidates of the organisation by name, and no other', async () => {
    const here = actors.prescriber('who lists');
    const names = ['Zèbre', 'Abricot', 'Mûre'];
    for (const lastName of names) await register(person({ lastName }), here);
    await app.settled();
    const list = app.get(CandidateList);
    expect((await list.page(here, '', 1)).items.map(({ displayName }) => displayName.split(' ')[0])).toEqual(['ABRICOT', 'MÛRE', 'ZÈBRE']);
    expect(await list.page(here, 'mur', 1)).toMatchObject({ total: 1, items: [{ masked: false }] });
    expect((await list.page(actors.prescriber('elsewhere'), '', 1)).total).toBe(0);
  });

  it('does not tell an orienter by search the names that are masked [emplois/AUT-7]', async () => {
    const organisation = newId();
    const [one, other] = ['one', 'other'].map((name) => actors.orienter(name, { organisation }));
    await register(person({ lastName: 'Secrète' }), one!);
    await app.settled();
    const list = app.get(CandidateList);
    expect((await list.page(other!, '', 1)).items.map(({ masked }) => masked)).toEqual([true]);
    expect((await list.page(other!, 'secrete', 1)).total).toBe(0);
    expect((await list.page(one!, 'secrete', 1)).total).toBe(1);
  });
});
