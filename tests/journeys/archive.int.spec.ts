import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf, type Id, newId } from '#kernel';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const SHOWN = 'status actions archivedAt archivedBy lastChange timeline { label }';
const APPLICATION = `query ($id: ID!) { application(id: $id) { ${SHOWN} } }`;
const REFUSE = 'mutation ($id: ID!, $input: RefuseInput!, $command: ID!) { refuse(id: $id, input: $input, command: $command) { status } }';
const ACCEPT = `mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { ${SHOWN} } }`;
const archiving = (what: 'archive' | 'unarchive') => `mutation ($id: ID!, $command: ID!) { ${what}(id: $id, command: $command) { ${SHOWN} } }`;
const LIST = 'query ($filter: ApplicationFilter) { applications(filter: $filter) { total counts { status count } items { id } } }';
const TOGETHER = 'mutation ($input: TogetherInput!, $command: ID!) { decideTogether(input: $input, command: $command) { done lines { id done sentence } } }';

describe('the archive of a company', () => {
  let house: HiringHouse;
  let on: HiringHouse['on'];
  let company: Id;
  let prescriber: Member;
  let employer: Member;

  beforeAll(async () => void ({ on, company, prescriber, employer } = house = await openHiringHouse()), 120_000);
  afterAll(() => house?.close());

  const sent = async (name: string) => on.apply(prescriber, await on.candidate(prescriber, name), company);
  const refused = async (name: string): Promise<Id> => {
    const id = await sent(name);
    await employer.get(REFUSE, { id, input: { reason: 'no_position', answer: 'Non.', privateAnswer: 'Non.' }, command: newId() });
    return id;
  };
  const seen = async (who: Member, id: Id): Promise<Shown> => (await who.get(APPLICATION, { id })).application;
  const listed = async (who: Member, filter: object): Promise<Id[]> => (await who.get(LIST, { filter })).applications.items.map(({ id }: Shown) => id);
  const archive = async (id: Id) => (await employer.get(archiving('archive'), { id, command: newId() })).archive;

  it('hides an application from its list unless it is asked for, says who put it there, and changes nothing for the others [emplois/REF-8] [emplois/REF-9] [emplois/VIS-4]', async () => {
    const [id, other] = [await refused('Archivée'), await refused('Visible')];
    const before = await seen(prescriber, id);
    const shown = await archive(id);
    expect(shown).toMatchObject({ status: 'refused', actions: ['accept', 'unarchive'], archivedBy: 'Ana Essai-accueil', archivedAt: expect.any(String) });
    expect(await seen(prescriber, id)).toEqual({ ...before, archivedAt: null, archivedBy: null });
    expect(await listed(employer, {})).toEqual([other]);
    expect(await listed(employer, { archived: 'archived' })).toEqual([id]);
    expect((await listed(employer, { archived: 'all' })).sort()).toEqual([id, other].sort());
    expect((await listed(prescriber, { box: 'sent', archived: 'active' })).sort()).toEqual([id, other].sort());
    expect((await employer.ask(LIST, { filter: { archived: 'elsewhere' } })).errors![0]!.extensions.fields[0].field).toBe('archived');
    await employer.get(archiving('unarchive'), { id, command: newId() });
    expect((await listed(employer, {})).sort()).toEqual([id, other].sort());
  });

  it('shows a person alone whatever the other filters [emplois/VIS-4]', async () => {
    const candidateId = await on.candidate(prescriber, 'Seule');
    const id = await on.apply(prescriber, candidateId, company);
    await employer.get(REFUSE, { id, input: { reason: 'no_position', answer: 'Non.', privateAnswer: 'Non.' }, command: newId() });
    await archive(id);
    expect(await listed(employer, { candidateId })).toEqual([id]);
  });

  it('gives back what is accepted after all [emplois/JA-12]', async () => {
    const id = await refused('Reprise');
    await archive(id);
    const { accept } = await employer.get(ACCEPT, { id, input: { startsOn: addDays(dayOf(Date.now()), 3) }, command: newId() });
    expect(accept).toMatchObject({ status: 'accepted', archivedAt: null, archivedBy: null });
  });

  it('takes several at once, and says of each other one why not [emplois/REF-10]', async () => {
    const [id, pending] = [await refused('Lot'), await sent('En cours')];
    const { decideTogether } = await employer.get(TOGETHER, { input: { action: 'archive', ids: [id, pending] }, command: newId() });
    expect(decideTogether).toMatchObject({ done: 1, lines: [{ id, done: true }, { id: pending, done: false, sentence: expect.stringContaining('ne s’archive pas') }] });
    const neighbour = await on.member('voisin', 'company', await on.company('EI', 'Chantier Fictif'));
    expect((await neighbour.ask(archiving('unarchive'), { id, command: newId() })).errors![0]!.extensions.code).toBe('hiring/unknown-application');
  });
});
