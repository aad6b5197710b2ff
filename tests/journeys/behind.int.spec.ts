import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, dayOf, type Id, newId } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { type Member, type Shown, stage } from './stage.js';

const APPLICATION = 'id status lastChange message answer passDelivery passDeliveryExplanation actions candidate { id displayName } company { name } timeline { type label by } behind';
const NEED = 'id title description status actions lastChange behind';
const SUPPLIER = 'id presentation activities { id sector { code } rangeLabel } contact { email } behind';
const FILE = 'id displayName checkedOn toCheck behind';
const read = (query: string, fields: string) => `query ($id: ID!) { ${query}(id: $id) { ${fields} } }`;

/** Nobody follows the log here: what commands do is in it, and in no read model. */
describe('while the read models stand still', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  let company: Id;
  let waiting: Id;
  let people: Record<'prescriber' | 'employer' | 'buyer' | 'staff', Member>;
  const today = dayOf(Date.now());

  const start = async (role: 'all' | 'api') => {
    const variables = { DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test', ROLE: role };
    app = await createApp(readConfig(variables));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return stage(app);
  };
  const restart = async (role: 'all' | 'api') => {
    await app.close();
    const on = await start(role);
    for (const who of Object.keys(people) as (keyof typeof people)[]) people[who] = on.same(people[who]);
    return on;
  };
  /** What a mutation answers. */
  const done = async (who: Member, name: string, types: string, variables: object, fields: string): Promise<Shown> => {
    const declared = ['$command: ID!', ...types.split(', ').filter(Boolean)].join(', ');
    const given = ['command', ...Object.keys(variables)].map((each) => `${each}: $${each}`).join(', ');
    return (await who.get(`mutation (${declared}) { ${name}(${given}) { ${fields} } }`, { command: newId(), ...variables }))[name];
  };

  beforeAll(async () => {
    database = await freshDatabase();
    const on = await start('all');
    company = await on.company('ACI', 'Les Jardins Fictifs');
    people = {
      prescriber: await on.member('envoi', 'prescriber', await on.prescriber('Agence Fictive', true)),
      employer: await on.member('accueil', 'company', company),
      buyer: await on.member('achats', 'buyer', await on.buyer('Ville Fictive')),
      staff: await on.staff(),
    };
    const unidentified = await on.candidate(people.prescriber, 'Sansnumero', { nir: null, nirReason: 'NO_NIR' });
    waiting = await on.apply(people.prescriber, unidentified, company);
    await done(people.employer, 'accept', '$id: ID!, $input: AcceptInput!', { id: waiting, input: { startsOn: addDays(today, 3) } }, 'status');
    await on.settled();
    await restart('api');
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  it('every success is answered as one, with its effect and the word that lists are late; and what was answered is what is read afterwards', async () => {
    const { prescriber, employer, buyer, staff } = people;
    const input = {
      ...{ title: 'MME', firstName: 'Prune', lastName: 'Nouvelle', birthDate: '1990-05-20', nirReason: 'NO_NIR', franceTravailReason: 'FORGOTTEN' },
      ...{ address: '1 rue de l’Essai', postCode: '30000', insee: '30189', city: 'Nîmes' },
    };
    const file = await done(prescriber, 'registerCandidate', '$input: CandidateInput!', { input }, FILE);
    expect(file).toMatchObject({ displayName: 'NOUVELLE Prune', checkedOn: today, toCheck: false, behind: true });

    const diagnosis = await done(prescriber, 'diagnose', '$candidateId: ID!, $criteria: [String!]!', { candidateId: file.id, criteria: ['TH', 'QPV'] }, 'id valid organisationName behind criteria { code }');
    expect(diagnosis).toMatchObject({ valid: true, organisationName: 'Agence Fictive', behind: true, criteria: [{ code: 'TH' }, { code: 'QPV' }] });

    const sent = await done(prescriber, 'apply', '$input: ApplicationInput!', { input: { candidateId: file.id, companyId: company, jobs: [], message: 'Prune cherche un emploi.' } }, APPLICATION);
    expect(sent).toMatchObject({ status: 'new', message: 'Prune cherche un emploi.', company: { name: 'Les Jardins Fictifs' }, timeline: [{ by: 'Ana Essai-envoi' }], behind: true });

    const postponed = await done(employer, 'postpone', '$id: ID!, $answer: String!', { id: sent.id, answer: 'En septembre.' }, APPLICATION);
    expect(postponed).toMatchObject({ status: 'postponed', answer: 'En septembre.', behind: true });
    expect(postponed.timeline).toHaveLength(2);

    const commented = await done(employer, 'addComment', '$id: ID!, $text: String!', { id: sent.id, text: 'Je la rappelle.' }, 'comments { text mine } behind');
    expect(commented).toEqual({ comments: [{ text: 'Je la rappelle.', mine: true }], behind: true });

    const refused = await done(staff, 'refusePassDelivery', '$id: ID!, $explanation: String!', { id: waiting, explanation: 'Pièce illisible.' }, APPLICATION);
    expect(refused).toMatchObject({ passDelivery: 'refused', passDeliveryExplanation: 'Pièce illisible.', behind: true });

    await done(employer, 'setOffer', '$input: OfferInput!', { input: { presentation: 'Une équipe fictive.', email: 'offre@fictif.example' } }, 'id');
    const activity = { sector: 'nettoyage-de-locaux', prestaTypes: ['PREST'], range: 'COUNTRY' };
    const supplier = await done(employer, 'setActivity', '$input: ActivityInput!', { input: activity }, SUPPLIER);
    expect(supplier).toMatchObject({ presentation: 'Une équipe fictive.', activities: [{ sector: { code: 'nettoyage-de-locaux' } }], contact: { email: 'offre@fictif.example' }, behind: true });

    const need = await done(buyer, 'saveNeed', '$input: NeedInput!', {
      input: { kind: 'QUOTE', title: 'Un besoin fictif', description: 'Deux fois.', place: '30189', deadline: addDays(today, 20), responseKinds: ['EMAIL'], email: 'achats@fictif.example' },
    }, NEED);
    expect(need).toMatchObject({ title: 'Un besoin fictif', status: 'draft', actions: ['saveNeed', 'publishNeed'], behind: true });

    const on = await restart('all');
    await on.settled();
    const later = async (who: Member, query: string, id: Id, fields: string) => (await who.get(read(query, fields), { id }))[query];
    expect(await later(people.employer, 'application', sent.id, APPLICATION)).toEqual({ ...postponed, behind: false });
    expect(await later(people.staff, 'application', waiting, APPLICATION)).toEqual({ ...refused, behind: false });
    expect(await later(people.buyer, 'need', need.id, NEED)).toEqual({ ...need, behind: false });
    expect(await later(people.prescriber, 'candidate', file.id, FILE)).toEqual({ ...file, behind: false });
    expect((await people.employer.get(`{ myOffer { ${SUPPLIER} } }`)).myOffer).toEqual({ ...supplier, behind: false });
  }, 90_000);
});
