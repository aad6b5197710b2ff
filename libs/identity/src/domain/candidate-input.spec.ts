import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '#kernel';
import { type CandidateInput, readCandidate } from './candidate-input.js';
import { nirKey } from './nir.js';

const today = '2026-03-10';
const nir = (thirteen: string) => thirteen + nirKey(thirteen);
const filled: CandidateInput = {
  title: 'MME',
  firstName: 'Prune',
  lastName: 'Exemple',
  birthDate: '1990-05-20',
  nir: nir('2900530004006'),
  franceTravailId: '1234567A',
  email: 'Prune.Exemple@courriel.test',
  phone: '06 00 00 00 00',
  address: '1 rue de l’Essai',
  postCode: '30000',
  insee: '30189',
  city: 'Nîmes',
};
const read = (changes: Partial<CandidateInput>, thirdParty = true) => readCandidate({ ...filled, ...changes }, { today, thirdParty });
const problems = (changes: Partial<CandidateInput>, thirdParty = true): Record<string, string> => {
  try {
    read(changes, thirdParty);
    return {};
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return Object.fromEntries(error.fields.map(({ field, code }) => [field, code]));
  }
};

describe('What is typed about a candidate', () => {
  it('is tidied before it is kept', () => {
    expect(read({ firstName: '  Prune   Lise ', nir: null, nirReason: 'NO_NIR' })).toMatchObject({
      firstName: 'Prune Lise',
      email: 'prune.exemple@courriel.test',
      phone: '0600000000',
    });
  });

  it('is refused with one entry for each wrong field', () => {
    expect(problems({ firstName: ' ', postCode: '3000', email: 'prune', nir: '1', phone: '12' })).toEqual({
      firstName: 'identity/name-missing',
      postCode: 'identity/post-code-shape',
      email: 'identity/email-shape',
      nir: 'identity/nir-length',
      phone: 'identity/phone-shape',
    });
  });

  it('needs a NIR or the reason there is none, and a NIR clears the reason [emplois/CAN-7]', () => {
    expect(problems({ nir: null })).toEqual({ nir: 'identity/nir-or-reason' });
    expect(problems({ nir: null, nirReason: 'BECAUSE' })).toEqual({ nir: 'identity/nir-or-reason' });
    expect(read({ nir: '  ', nirReason: 'NIR_ASSOCIATED_TO_OTHER' })).toMatchObject({ nir: null, nirReason: 'NIR_ASSOCIATED_TO_OTHER' });
    expect(read({ nirReason: 'NO_NIR' }).nirReason).toBeNull();
  });

  it('is refused when NIR and title disagree, and the title is guessed when it is missing [emplois/CAN-8]', () => {
    expect(problems({ title: 'M' })).toEqual({ nir: 'identity/nir-title' });
    expect(read({ title: '' }).title).toBe('MME');
    expect(problems({ title: '', nir: null, nirReason: 'NO_NIR' })).toEqual({ title: 'identity/title-missing' });
  });

  it('is refused when NIR and birth date disagree [emplois/CAN-9]', () => {
    expect(problems({ birthDate: '1990-06-20' })).toEqual({ nir: 'identity/nir-birth-date' });
    expect(problems({ birthDate: '1990-06-20', nir: nir('4900530004006') })).toEqual({});
  });

  it('is refused until the day after the 16th birthday, and after the 100th [emplois/CAN-10]', () => {
    const born = (birthDate: string) => problems({ birthDate, nir: null, nirReason: 'NO_NIR' });
    expect(born('2010-03-10')).toEqual({ birthDate: 'identity/too-young' });
    expect(born('2010-03-09')).toEqual({});
    expect(born('1926-03-10')).toEqual({});
    expect(born('1926-03-09')).toEqual({ birthDate: 'identity/too-old' });
  });

  it('needs a street, a post code and a commune that go together, from the person too [emplois/CAN-16]', () => {
    const nowhere = { address: 'identity/address-missing', postCode: 'identity/post-code-missing', insee: 'identity/commune-missing' };
    expect(problems({ address: ' ', postCode: null, insee: '', city: 'Nîmes' })).toEqual(nowhere);
    expect(problems({ address: null, postCode: null, insee: null }, false)).toEqual(nowhere);
    expect(problems({ insee: '30999' })).toEqual({ insee: 'identity/commune-unknown' });
    expect(problems({ postCode: '30100' })).toEqual({ postCode: 'identity/post-code-elsewhere' });
    expect(problems({ postCode: '30900' })).toEqual({});
    expect(read({ city: 'NIMES' }).city).toBe('Nîmes');
  });

  it('takes a France Travail id of 8 characters or 11 digits [emplois/CAN-14]', () => {
    for (const franceTravailId of ['12345678', '1234567z', '12345678901']) expect(problems({ franceTravailId })).toEqual({});
    for (const franceTravailId of ['1234567', '1234567é', 'A2345678', '123456789', '1234567890A'])
      expect(problems({ franceTravailId })).toEqual({ franceTravailId: 'identity/france-travail-shape' });
  });

  it('needs the France Travail id or a reason from a third party, and the id wins over the reason [emplois/CAN-14]', () => {
    expect(problems({ franceTravailId: null })).toEqual({ franceTravailId: 'identity/france-travail-or-reason' });
    expect(problems({ franceTravailId: null }, false)).toEqual({});
    expect(problems({ franceTravailId: null, franceTravailReason: 'FORGOTTEN' })).toEqual({});
    expect(read({ franceTravailReason: 'NOT_REGISTERED' }).franceTravailReason).toBeNull();
  });

  it('refuses the address of an agent of France Travail, capitals or not [emplois/CAN-15]', () => {
    for (const email of ['agent@pole-emploi.fr', 'Agent@FranceTravail.fr'])
      expect(problems({ email })).toEqual({ email: 'identity/email-professional' });
    expect(problems({ email: 'agent@francetravail.fr.test' })).toEqual({});
  });
});
