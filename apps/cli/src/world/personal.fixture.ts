import type { Database, Id } from '#kernel';
import type { CandidateFile } from '../../../../libs/identity/src/domain/candidate-file.js';
import { Vault } from '../../../../libs/identity/src/vault/vault.js';

type Known = Pick<CandidateFile, 'lastName' | 'birthDate' | 'nir' | 'franceTravailId' | 'email' | 'phone' | 'address'>;
const FIELDS = ['lastName', 'birthDate', 'nir', 'franceTravailId', 'email', 'phone', 'address'] as const;

/** Everybody the vault keeps, in clear. First names are words like others; last names of the fictional world are nobody’s. */
export const everybody = async (database: Database, vault: Vault): Promise<readonly Partial<Known>[]> => {
  const rows = await database.rows<{ id: Id }>('select id from identity.person');
  return [...(await vault.readMany<CandidateFile>(rows.map(({ id }) => id))).values()].map(({ document }) => document);
};

/** Which personal data of whom the log holds in clear, as `field value`. */
export const personalIn = (log: readonly string[], people: readonly Partial<Known>[]): readonly string[] => {
  const text = log.join('\n').toLowerCase();
  const values = new Set(people.flatMap((person) => FIELDS.flatMap((field) => (person[field] ? [`${field} ${person[field]}`] : []))));
  return [...values].filter((each) => text.includes(each.slice(each.indexOf(' ') + 1).toLowerCase()));
};

/** Each kind of personal data, of the first person who has it: what a careless event could write. */
export const planted = (people: readonly Partial<Known>[]): readonly { readonly field: string; readonly value: string }[] =>
  FIELDS.map((field) => ({ field, value: people.map((person) => person[field]).find(Boolean) ?? '' }));
