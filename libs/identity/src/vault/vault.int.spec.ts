import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { derivedId, type Id, newId } from '#kernel';
import { actors, commandBy, type TestApp } from '#testing';
import { BulkPeople } from '../application/bulk-people.js';
import { Candidates } from '../application/candidates.js';
import { ErasePerson } from '../application/erase-person.js';
import { IdentityCommands, IdentityQueries } from '../contract.js';
import { CandidateFiles } from '../projections/candidate-files.js';
import { CandidateFinder } from '../projections/candidate-finder.js';
import { AccessLog } from './access-log.js';
import { SearchRefill } from './search-refill.js';
import { Vault } from './vault.js';
import { MARK, openVault, person, prescriber, refusal, registerIn } from './vault-people.fixture.js';

let app: TestApp;
const register = registerIn(() => app);

beforeAll(async () => {
  app = await openVault();
}, 60_000);
afterAll(() => app?.close());

describe('The vault', () => {
  it('holds nothing in clear but the names that lists are searched by', async () => {
    const id = await register();
    await app.get(IdentityCommands).keepText({ id: newId(), person: id, kind: 'message', text: `Bonjour ${MARK}` }, commandBy(prescriber));
    const tables = await app.database.rows<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    );
    const telling: string[] = [];
    for (const { schema, name } of tables) {
      const found = await app.database.one(
        `select 1 as found from ${schema}.${name} t where t::text ~* '${MARK}' or t::text like '%' || $1 || '%' limit 1`,
        [Buffer.from(MARK).toString('hex')],
      );
      if (found) telling.push(`${schema}.${name}`);
    }
    expect(telling).toEqual(['identity.person_search']);
    expect((await app.get(CandidateFiles).open(id, prescriber))?.address).toContain(MARK);
  });

  it('leaves nothing personal in the log', async () => {
    const id = await register();
    await app.get(Candidates).update(id, { ...person(), nir: null, phone: '0611111111' }, commandBy(prescriber));
    let log = '';
    for await (const page of app.store.pages(null, 1000)) log += page.map(({ type, data, meta }) => type + data + meta).join('\n');
    expect(log).toContain(id);
    expect(log).toContain('identity.CandidateChanged');
    expect(log).not.toMatch(new RegExp(`${MARK}|1990-05-20|060000|061111|30189|Nîmes|29005300`, 'i'));
  });

  it('lets one of many have a NIR [emplois/CAN-6]', async () => {
    const { nir } = person();
    const answers = await Promise.all(Array.from({ length: 12 }, () => refusal(register(person({ nir: nir! })))));
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(new Set(answers.flat())).toEqual(new Set(['identity/nir-taken']));
    expect(await app.get(Vault).find('nir', nir!)).toHaveLength(1);
  });

  it('lets one person have an e-mail, capitals or not [emplois/CAN-15]', async () => {
    const first = person();
    await register(first);
    expect(await refusal(register(person({ email: first.email!.toUpperCase() })))).toEqual(['identity/email-taken']);
  });

  it('registers once a form that is sent twice at the same moment', async () => {
    const [input, context] = [person(), commandBy(prescriber)];
    const [one, two] = await Promise.all([1, 2].map(() => app.get(Candidates).register(input, false, context)));
    expect(two!.candidateId).toBe(one!.candidateId);
    expect(await app.streams.revision(`candidate-${one!.candidateId}`)).toBe(0);
  });

  it('suspects the same person behind the same names and birth date, until it is confirmed to be another [emplois/CAN-25]', async () => {
    const first = person({ lastName: 'Noël' });
    await register(first);
    const same = person({ firstName: first.firstName.toUpperCase(), lastName: 'NOEL' });
    expect(await refusal(register(same))).toEqual(['identity/perhaps-duplicate']);
    await register(same, prescriber, true);
  });

  it('keeps who changed which field and when [emplois/CAN-31]', async () => {
    const input = person();
    const [id, editor] = [await register(input), actors.employer()];
    app.clock.advance(1000);
    await app.get(Candidates).update(id, { ...input, phone: '0622222222', city: 'Alès', insee: '30007', postCode: '30100' }, commandBy(editor));
    const file = await app.get(CandidateFiles).open(id, prescriber);
    expect(file).toMatchObject({ phone: '0622222222', city: 'Alès', firstName: input.firstName });
    expect(file?.history.map(({ fields }) => [...fields].sort())[0]).toEqual(['city', 'insee', 'phone', 'postCode']);
    expect(file?.history).toHaveLength(2);
  });

  it('frees an e-mail that is corrected', async () => {
    const input = person();
    const id = await register(input);
    await app.get(Candidates).update(id, { ...input, email: `${MARK}.new@courriel.test` }, commandBy(prescriber));
    await register(person({ email: input.email! }));
  });

  it('never changes a NIR that is known', async () => {
    const input = person();
    const id = await register(input);
    expect(await refusal(app.get(Candidates).update(id, { ...input, nir: person().nir! }, commandBy(prescriber)))).toEqual([
      'identity/nir-read-only',
    ]);
    await app.get(Candidates).update(id, { ...input, nir: null, nirReason: 'NO_NIR' }, commandBy(prescriber));
    expect((await app.get(CandidateFiles).open(id, prescriber))?.nir).toBe(input.nir);
  });

  it('forgets a person for ever', async () => {
    const input = person();
    const id = await register(input);
    const text = await app.get(IdentityCommands).keepText({ id: newId(), person: id, kind: 'message', text: MARK }, commandBy(prescriber));
    await app.get(CandidateFiles).open(id, prescriber);
    const [backup] = await app.database.rows(`select * from identity.person where id = $1`, [id]);
    await app.get(ErasePerson).erase(id, 'request', commandBy(actors.staff()));
    expect(await app.get(Vault).read(id)).toBeNull();
    expect((await app.get(IdentityQueries).texts([{ id: text, person: id }], { viewer: prescriber, purpose: 'test' })).size).toBe(0);
    for (const table of [
      'person where id',
      'person_version where person',
      'lookup where person',
      'free_text where person',
      'person_search where id',
    ])
      expect(await app.database.rows(`select 1 from identity.${table} = $1`, [id])).toEqual([]);
    await app.database.run(`insert into identity.person select * from jsonb_populate_record(null::identity.person, $1::jsonb)`, [
      JSON.stringify({ ...backup, sealed: `\\x${(backup!['sealed'] as Buffer).toString('hex')}` }),
    ]);
    expect(await app.get(Vault).read(id)).toBeNull();
    await app.get(Vault).applyErasures();
    expect(await app.database.rows(`select 1 from identity.person where id = $1`, [id])).toEqual([]);
    await register(input);
  });

  it('gives a text to whoever says whose it is, and to nobody else', async () => {
    const [mine, theirs] = [await register(), await register()];
    const text = await app.get(IdentityCommands).keepText({ id: newId(), person: mine, kind: 'message', text: 'Bonjour' }, commandBy(prescriber));
    const read = async (owner: { person: Id } | { organisation: Id | null }) =>
      (await app.get(IdentityQueries).texts([{ id: text, ...owner }], { viewer: actors.employer(), purpose: 'foreign-text' })).get(text);
    expect([await read({ person: mine }), await read({ person: theirs })]).toEqual(['Bonjour', undefined]);
    const organisation = prescriber.organisation!;
    expect([await read({ organisation }), await read({ organisation: newId() }), await read({ organisation: null })]).toEqual(['Bonjour', undefined, undefined]);
    await app.get(AccessLog).flush();
    expect(await app.database.rows(`select 1 from identity.access where purpose = 'foreign-text' and people @> array[$1::uuid]`, [theirs])).toEqual([]);
  });

  it('gives words their author made public without recording a reading, and no words of another kind', async () => {
    const author = await register();
    const keep = (kind: string) => app.get(IdentityCommands).keepText({ id: newId(), person: author, kind, text: 'Bonjour' }, commandBy(prescriber));
    const [open, kept] = [await keep('notice'), await keep('message')];
    const read = (organisation: Id | null) => app.get(IdentityQueries).publicTexts('notice', [{ id: open, organisation }, { id: kept, organisation }]);
    expect([...(await read(prescriber.organisation))]).toEqual([[open, 'Bonjour']]);
    expect([...(await read(newId()))]).toEqual([]);
    await app.get(AccessLog).flush();
    expect(await app.database.rows('select 1 from identity.access where people @> array[$1::uuid]', [author])).toEqual([]);
  });

  it('forgets a text its author takes back, when it is said whose it is', async () => {
    const [mine, theirs] = [await register(), await register()];
    const id = await app.get(IdentityCommands).keepText({ id: newId(), person: mine, kind: 'message', text: 'Bonjour' }, commandBy(prescriber));
    const kept = () => app.database.rows('select 1 from identity.free_text where id = $1', [id]);
    await app.get(IdentityCommands).forgetText({ id, person: theirs });
    expect(await kept()).toHaveLength(1);
    await app.get(IdentityCommands).forgetText({ id, person: mine });
    expect(await kept()).toEqual([]);
  });

  it('removes a reservation whose event never came, confirms one whose event did', async () => {
    const orphan = derivedId('orphan');
    await app.get(Vault).reserve({
      id: orphan,
      kind: 'candidate',
      document: { firstName: 'A', lastName: 'B', email: 'orphan@courriel.test' },
      by: prescriber,
      command: newId(),
      at: new Date(app.clock.now()).toISOString(),
    });
    const id = await register();
    await app.database.run(`update identity.person set state = 'pending' where id = $1`, [id]);
    expect(await app.deadlines()).toBe(0);
    app.clock.advance(11 * 60_000);
    expect(await app.deadlines()).toBe(2);
    expect(await app.get(Vault).find('email', 'orphan@courriel.test')).toEqual([]);
    expect((await app.get(Vault).read(id))?.state).toBe('confirmed');
  });

  it('announces a change whose event was lost on the way', async () => {
    const id = await register();
    const { version, document } = (await app.get(Vault).read(id))!;
    await app.get(Vault).change({
      id,
      version,
      document: { ...document, phone: '0633333333' },
      fields: ['phone'],
      by: prescriber,
      command: newId(),
      at: new Date(app.clock.now()).toISOString(),
    });
    app.clock.advance(11 * 60_000);
    await app.deadlines();
    expect((await app.streams.events(`candidate-${id}`)).map(({ type }) => type)).toEqual([
      'identity.CandidateRegistered',
      'identity.CandidateChanged',
    ]);
  });

  it('refills the names after a crash has emptied them', async () => {
    const id = await register(person({ lastName: 'Retrouvée' }));
    await app.database.run(`truncate identity.person_search, identity.person_search_mark`);
    expect(await app.get(SearchRefill).run()).toBeGreaterThan(0);
    expect(await app.database.one(`select last_name, sort_name from identity.person_name where id = $1`, [id])).toMatchObject({
      last_name: 'Retrouvée',
    });
    expect(await app.get(SearchRefill).run()).toBe(0);
    await app.database.run(`truncate identity.person_search, identity.person_search_mark`);
    await app.deadlines();
    expect(await app.database.one(`select 1 as found from identity.person_name where id = $1`, [id])).not.toBeNull();
  });

  it('never puts an old name back over one written while the names were being refilled', async () => {
    const input = person({ lastName: 'Ancienne' });
    const id = await register(input);
    await app.database.run(`truncate identity.person_search, identity.person_search_mark`);
    const vault = app.get(Vault);
    const readMany = vault.readMany.bind(vault);
    const reading = jest.spyOn(vault, 'readMany').mockImplementation(async (...asked) => {
      const read = await readMany(...asked);
      reading.mockRestore();
      await app.get(Candidates).update(id, { ...input, lastName: 'Nouvelle' }, commandBy(prescriber));
      return read;
    });
    await app.get(SearchRefill).run();
    expect(await app.database.one(`select last_name from identity.person_name where id = $1`, [id])).toEqual({ last_name: 'Nouvelle' });
  });

  it('keeps many people at once by the same rules', async () => {
    const origin = { by: prescriber, command: newId(), at: '2026-03-10T09:00:00.000Z', today: '2026-03-10' };
    const inputs = Array.from({ length: 40 }, () => person());
    const written = await app.get(BulkPeople).registerMany(inputs.map((input) => ({ ...origin, candidateId: newId(), input })));
    expect(written[0]!.events[0]).toMatchObject({
      type: 'identity.CandidateRegistered',
      data: { sex: 'F', age: 35, department: '30', nir: 'known' },
    });
    expect(await app.get(CandidateFinder).byNir(inputs[7]!.nir!, prescriber)).toMatchObject({ found: true });
    expect(await refusal(app.get(BulkPeople).registerMany([{ ...origin, candidateId: newId(), input: person({ nir: '1' }) }]))).toContain(
      'identity/nir-length',
    );
  });
});
