import { InvalidInput, Refusal } from '#kernel';
import { OrganisationsQueries } from '#organisations';
import { actors, commandBy, testApp, type TestApp } from '#testing';
import { Candidates } from '../application/candidates.js';
import type { CandidateInput } from '../domain/candidate-input.js';
import { nirKey } from '../domain/nir.js';
import { IdentityModule } from '../identity.module.js';

/** On every value of every person made here: found in clear anywhere, it tells on us. */
export const MARK = 'zqmarker';
let serial = 0;
export const person = (changes: Partial<CandidateInput> = {}): CandidateInput => {
  const number = String(++serial).padStart(3, '0');
  const thirteen = `2900530004${number}`;
  return {
    title: 'MME',
    firstName: `Prune${MARK}`,
    lastName: `Essai${MARK}${'abcdefghij'[serial % 10]}${'klmnopqrst'[Math.floor(serial / 10) % 10]}`,
    birthDate: '1990-05-20',
    nir: thirteen + nirKey(thirteen),
    franceTravailReason: 'FORGOTTEN',
    email: `${MARK}${serial}@courriel.test`,
    phone: '0600000000',
    address: `${serial} rue ${MARK}`,
    postCode: '30000',
    insee: '30189',
    city: 'Nîmes',
    ...changes,
  };
};
const codes = (error: unknown) =>
  error instanceof InvalidInput ? error.fields.map(({ code }) => code) : error instanceof Refusal ? [error.code] : [String(error)];
export const refusal = (work: Promise<unknown>): Promise<readonly string[]> => work.then(() => [], codes);

const noOrganisations: OrganisationsQueries = {
  memberships: async () => [],
  organisations: async () => new Map(),
  company: async () => null,
  jobs: async () => new Map(),
  sameJob: async () => null,
  members: async () => [],
};

/** This context alone, with nobody working anywhere. */
export const openVault = (): Promise<TestApp> =>
  testApp({
    modules: [
      {
        module: class Neighbours {},
        global: true,
        providers: [{ provide: OrganisationsQueries, useValue: noOrganisations }],
        exports: [OrganisationsQueries],
      },
      IdentityModule,
    ],
  });

export const prescriber = actors.prescriber();
/** Answers the id of the person; the platform is open by then. */
export const registerIn =
  (app: () => TestApp) =>
  async (input = person(), by = prescriber, confirmed = false) =>
    (await app().get(Candidates).register(input, confirmed, commandBy(by))).candidateId;
