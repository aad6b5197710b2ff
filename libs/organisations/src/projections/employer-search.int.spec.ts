import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId, type Id, newId, SYSTEM } from '#kernel';
import { commune, communesAround, distanceKm, romeLabel, searchKey } from '#reference';
import { testApp, type TestApp } from '#testing';
import { JobsService } from '../application/jobs.js';
import { MembersService } from '../application/members.js';
import { Registrations } from '../application/registrations.js';
import { type CompanyKind, OrganisationsQueries } from '../contract.js';
import { OrganisationsModule } from '../organisations.module.js';
import { EmployerCards } from './employer-card.js';
import { type EmployerQuestion, EmployerSearch, PAGE_SIZE } from './employer-search.js';

const KINDS: readonly CompanyKind[] = ['ACI', 'AI', 'EI', 'EITI', 'ETTI', 'GEIQ', 'OPCS', 'EA', 'EATT'];
const JOBS = [
  ['A1203', 'Agent des espaces verts'],
  ['K2204', 'Agent de propreté'],
  ['A1414', 'Maraîchère'],
] as const;
const SIZE = 240;

interface Fake {
  readonly id: Id;
  readonly kind: CompanyKind;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly member: boolean;
  readonly blocked: boolean;
  readonly spontaneousOpen: boolean;
  readonly jobs: readonly (typeof JOBS)[number][];
  readonly applications: number;
}

/** Repeatable, without a rule that a search could share by accident. */
const draw = (...parts: (string | number)[]) => parseInt(derivedId('search-spec', ...parts).slice(0, 8), 16) / 2 ** 32;
const towns = communesAround(commune('67482')!, 60);
const fakes: readonly Fake[] = Array.from({ length: SIZE }, (_, n) => {
  const town = towns[Math.floor(draw(n, 'town') * towns.length)]!;
  const nowhere = n % 40 === 0;
  return {
    id: derivedId('fake', n),
    kind: KINDS[n % KINDS.length]!,
    lat: nowhere ? null : town.lat + (draw(n, 'lat') - 0.5) / 10,
    lon: nowhere ? null : town.lon + (draw(n, 'lon') - 0.5) / 10,
    member: draw(n, 'member') < 0.6,
    blocked: draw(n, 'blocked') < 0.15,
    spontaneousOpen: draw(n, 'open') < 0.5,
    jobs: KINDS[n % KINDS.length] === 'EITI' ? [] : JOBS.filter((_, at) => draw(n, 'job', at) < 0.3),
    applications: Math.floor(draw(n, 'applications') * 4),
  };
});

const hiring = ({ blocked, jobs, spontaneousOpen }: Fake) => !blocked && (jobs.length > 0 || spontaneousOpen);
const score = ({ applications, jobs, spontaneousOpen, blocked }: Fake) => applications / Math.max(1, jobs.length + (spontaneousOpen && !blocked ? 1 : 0));
const naive = ({ place, distance, kinds, job }: EmployerQuestion): readonly Id[] =>
  fakes
    .filter(({ lat, lon }) => lat !== null && lon !== null && distanceKm(place, { lat, lon }) <= distance)
    .filter(({ kind }) => kind !== 'EA' && kind !== 'EATT' && (kinds.length === 0 || kinds.includes(kind)))
    .filter(({ jobs, blocked }) => job === null || (!blocked && jobs.some(([rome, title]) => (/^[A-N](\d{4})?$/.test(job) ? rome.startsWith(job) : searchKey(`${title} ${romeLabel(rome)}`).includes(searchKey(job))))))
    .sort((a, b) => Number(b.member) - Number(a.member) || Number(hiring(b)) - Number(hiring(a)) || score(a) - score(b) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

const context = () => ({ command: newId(), actor: SYSTEM });
const contractTypeOf = (kind: CompanyKind) => (kind === 'GEIQ' || kind === 'OPCS' ? 'APPRENTICESHIP' : kind === 'EA' || kind === 'EATT' ? 'PERMANENT' : 'FIXED_TERM_I');

async function populate(app: TestApp): Promise<void> {
  const registrations = app.get(Registrations);
  for (const [n, fake] of fakes.entries()) {
    await registrations.company(
      { companyId: fake.id, siret: `000${String(n).padStart(11, '0')}`, kind: fake.kind, name: `Atelier imaginaire ${n}`, brand: '', naf: '', source: 'user', address: '', postCode: '67000', city: 'Strasbourg', insee: null, department: '67', lat: fake.lat, lon: fake.lon },
      context(),
    );
    await registrations.setRecruitment(fake.id, { blocked: fake.blocked, spontaneousOpen: fake.spontaneousOpen }, context());
    if (fake.member) await app.get(MembersService).join({ type: 'company', id: fake.id }, derivedId('account', n), context());
    for (const [rome, title] of fake.jobs)
      await app.get(JobsService).open({ jobId: derivedId('job', n, rome), companyId: fake.id, rome, title, contractType: contractTypeOf(fake.kind), insee: null, department: '67', places: 1 }, context());
  }
  await app.settled();
  for (const { id, applications } of fakes) await app.database.run(`update read.organisations_company set recent = $2::jsonb where id = $1`, [id, JSON.stringify(applications ? { '2026-03-01': applications, '2026-02-01': 50 } : {})]);
}

describe('Searching employers', () => {
  let app: TestApp;
  const ask = (change: Partial<EmployerQuestion> = {}): EmployerQuestion => ({ place: commune('67482')!, distance: 25, kinds: [], job: null, page: 1, ...change });
  const everyPage = async (question: EmployerQuestion) => {
    const search = app.get(EmployerSearch);
    const { total } = await search.find(question);
    const pages = await Promise.all(Array.from({ length: Math.ceil(total / PAGE_SIZE) }, (_, page) => search.find({ ...question, page: page + 1 })));
    return { total, items: pages.flatMap(({ items }) => items) };
  };

  beforeAll(async () => {
    app = await testApp({ modules: [OrganisationsModule] });
    await populate(app);
  }, 60_000);
  afterAll(() => app?.close());

  it.each([
    ['at each distance', [2, 5, 10, 15, 25, 50, 100].map((distance) => ({ distance }))],
    ['by kind', [{ kinds: ['ACI'] }, { kinds: ['GEIQ', 'OPCS', 'ETTI'], distance: 50 }]],
    ['by job, domain and words of a title', [{ job: 'A1203' }, { job: 'K', distance: 50 }, { job: 'MARAÎCH', distance: 50 }, { job: 'maraich', distance: 50 }, { job: 'nobody does this' }]],
    ['around another place', [{ place: commune('67180')!, distance: 15 }]],
  ] as const)('answers as a computation over every employer would, %s [organisations/SEA-4] [organisations/SEA-15] [organisations/SEA-16]', async (_, questions) => {
    for (const change of questions) {
      const question = ask(change);
      const { total, items } = await everyPage(question);
      expect(items.map(({ id }) => id)).toEqual(naive(question));
      expect(total).toBe(items.length);
    }
  });

  it('shows ten at a time and still counts everything after the last page [organisations/SEA-19]', async () => {
    const first = await app.get(EmployerSearch).find(ask({ distance: 100 }));
    expect(first.items).toHaveLength(10);
    const beyond = await app.get(EmployerSearch).find(ask({ distance: 100, page: 500 }));
    expect(beyond).toEqual({ total: first.total, items: [] });
  });

  it('gives the distance to each, and no job where nobody can answer [organisations/SEA-21]', async () => {
    const { items } = await everyPage(ask({ distance: 100 }));
    for (const hit of items) {
      const fake = fakes.find(({ id }) => id === hit.id)!;
      expect(hit.distanceKm).toBeCloseTo(distanceKm(commune('67482')!, { lat: fake.lat!, lon: fake.lon! }), 6);
      expect(hit).toMatchObject({ hiring: hiring(fake), hasMembers: fake.member });
      expect(hit.jobs).toHaveLength(fake.member && !fake.blocked ? fake.jobs.length : 0);
    }
  });

  it('reads its points through an index', async () => {
    const rows = await app.database.rows<{ 'QUERY PLAN': string }>(`explain select 1 from read.organisations_company c where point(c.lon, c.lat) <@ box(point(7.7, 48.5), point(7.8, 48.6))`);
    await app.database.run('analyze read.organisations_company');
    const definition = await app.database.one<{ indexdef: string }>(`select indexdef from pg_indexes where indexname = 'organisations_company_point'`);
    expect(definition?.indexdef).toContain('gist');
    expect(rows.length).toBeGreaterThan(0);
  });

  it('opens a card for what is still supported only [organisations/COM-11]', async () => {
    const cards = app.get(EmployerCards);
    const fake = fakes.find(({ kind, blocked, jobs }) => kind === 'ACI' && !blocked && jobs.length > 0)!;
    expect(await cards.find(fake.id)).toMatchObject({ kind: 'ACI', jobs: expect.arrayContaining([expect.objectContaining({ rome: fake.jobs[0]![0] })]) });
    expect(await cards.find(fakes.find(({ kind }) => kind === 'EA')!.id)).toBeNull();
    expect(await cards.find('not an id')).toBeNull();
  });
});

describe('What other contexts ask of organisations', () => {
  it('is who belongs where, in which role, oldest membership first [emplois/AUT-1] [organisations/USR-2] [organisations/USR-3]', async () => {
    const app = await testApp({ modules: [OrganisationsModule] });
    try {
      const place = { address: '', postCode: '67000', city: 'Strasbourg', insee: '67482', department: '67', lat: null, lon: null };
      const [prescriberId, companyId, institutionId, account] = ['p', 'c', 'i', 'a'].map((name) => derivedId('membership-spec', name)) as [Id, Id, Id, Id];
      const registrations = app.get(Registrations);
      await registrations.prescriber({ prescriberId, siret: null, kind: 'FT', name: 'Agence imaginaire', authorised: true, ...place }, context());
      await registrations.company({ companyId, siret: '00000000000017', kind: 'ACI', name: 'Atelier imaginaire', brand: '', naf: '', source: 'user', ...place }, context());
      await registrations.institution({ institutionId, kind: 'DDETS_IAE', name: 'DDETS imaginaire', department: '67', region: null }, context());
      const members = app.get(MembersService);
      for (const [type, id] of [['company', companyId], ['prescriber', prescriberId], ['institution', institutionId]] as const) {
        app.clock.advance(60_000);
        await members.join({ type, id }, account, context());
      }
      await app.settled();
      const queries = app.get(OrganisationsQueries);
      expect((await queries.memberships(account)).map(({ role, id, authorised, admin }) => ({ role, id, authorised, admin }))).toEqual([
        { role: 'employer', id: companyId, authorised: false, admin: true },
        { role: 'prescriber', id: prescriberId, authorised: true, admin: true },
        { role: 'inspector', id: institutionId, authorised: false, admin: true },
      ]);
      expect(await queries.members(companyId)).toEqual([account]);
      expect(await queries.company(companyId)).toMatchObject({ type: 'company', kind: 'ACI', hasMembers: true, blocked: false, spontaneousOpen: true, jobs: [] });
      expect(await queries.company(prescriberId)).toBeNull();
      await members.leave({ type: 'company', id: companyId }, account, { command: newId(), actor: { ...SYSTEM } });
      await app.settled();
      expect((await queries.memberships(account)).map(({ id }) => id)).toEqual([prescriberId, institutionId]);
    } finally {
      await app.close();
    }
  }, 60_000);
});
