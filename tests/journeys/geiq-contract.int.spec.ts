import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf, type Id, newId, Streams } from '#kernel';
import { detailsOf } from '../../libs/control/src/domain/french.js';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const CONTRACT = 'id contract { typeLabel details weeklyHours qualificationLabel levelLabel trainingHours invertedVae }';
const ACCEPT = `mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { ${CONTRACT} } }`;
const APPLICATION = `query ($id: ID!) { application(id: $id) { ${CONTRACT} } }`;
const ERASE = 'mutation ($id: ID!, $reason: String!, $command: ID!) { erasePerson(id: $id, reason: $reason, command: $command) { goes } }';
const stated = { type: 'OTHER', details: 'Contrat unique essai', weeklyHours: 30, qualification: 'CQP', level: 'LEVEL_4', trainingHours: 120, invertedVae: true };

describe('the contract of a hire by a GEIQ', () => {
  let house: HiringHouse;
  let on: HiringHouse['on'];
  let prescriber: Member;
  let geiq: Id;
  let hiring: Member;

  beforeAll(async () => {
    ({ on, prescriber } = house = await openHiringHouse());
    geiq = await on.company('GEIQ', 'Geiq Fictif');
    hiring = await on.member('geiq', 'company', geiq);
  }, 120_000);
  afterAll(() => house?.close());

  let people = 0;
  const applied = async (company = geiq) => {
    const candidateId = await on.candidate(prescriber, `Geiq${++people}`);
    return { candidateId, id: await on.apply(prescriber, candidateId, company) };
  };
  const accept = (who: Member, id: Id, input: object) => who.ask(ACCEPT, { id, input: { startsOn: dayOf(Date.now()), otherJob: { rome: 'F1703', insee: '30189' }, ...input }, command: newId() });
  const fieldsOf = async (answer: ReturnType<typeof accept>) => ((await answer).errors?.[0]?.extensions.fields ?? []).map(({ field }: Shown) => field);

  it('is asked field by field, shown on the hire, and read in its history without the words written [emplois/ACP-5]', async () => {
    const { id, candidateId } = await applied();
    expect(await fieldsOf(accept(hiring, id, {}))).toEqual(['contract.type', 'contract.weeklyHours', 'contract.qualification', 'contract.level']);
    expect(await fieldsOf(accept(hiring, id, { contract: { ...stated, details: ' ' } }))).toEqual(['contract.details']);
    expect(await fieldsOf(accept(hiring, id, { contract: { ...stated, details: 'a'.repeat(5001) } }))).toEqual(['contract.details']);
    const { data } = await accept(hiring, id, { contract: stated });
    const shown = { typeLabel: 'Autre type de contrat', details: 'Contrat unique essai', weeklyHours: 30, qualificationLabel: 'CQP', trainingHours: 120, invertedVae: false };
    expect(data.accept.contract).toMatchObject({ ...shown, levelLabel: 'Niveau 4 (BP, Bac général, Techno ou Pro, BT)' });
    expect((await prescriber.get(APPLICATION, { id })).application.contract).toMatchObject(shown);
    const accepted = (await on.service(Streams).events(`application-${id}`)).at(-1)!;
    expect(JSON.stringify(accepted)).not.toContain('essai');
    const told = { label: 'Contrat', value: 'Autre type de contrat, 30 h par semaine, CQP, Niveau 4 (BP, Bac général, Techno ou Pro, BT), 120 h de formation prévues' };
    expect(detailsOf(accepted.data)).toContainEqual(told);
    const staff = await on.staff();
    await staff.get(ERASE, { id: candidateId, reason: 'request', command: newId() });
    expect((await hiring.get(APPLICATION, { id })).application.contract).toMatchObject({ ...shown, details: null });
  });

  it('is nobody else’s to say: a SIAE is told beside each field, and hires without [emplois/ACP-5]', async () => {
    const { id } = await applied(house.company);
    expect(await fieldsOf(accept(house.employer, id, { contract: stated }))).toEqual(['contract.type', 'contract.details', 'contract.weeklyHours', 'contract.invertedVae']);
    const { data } = await accept(house.employer, id, { contract: { qualification: 'CQP', level: 'LEVEL_4', trainingHours: 120 } });
    expect(data.accept).toEqual({ id, contract: null });
  });

  it('is not for an orienter to read', async () => {
    const orienter = await on.member('orientation', 'prescriber', await on.prescriber('Orienteur Fictif', false));
    const candidateId = await on.candidate(orienter, 'Orientée');
    const id = await on.apply(orienter, candidateId, geiq, { criteria: null });
    expect((await accept(hiring, id, { contract: stated })).data.accept.contract).not.toBeNull();
    expect((await orienter.get(APPLICATION, { id })).application).toEqual({ id, contract: null });
  });
});
