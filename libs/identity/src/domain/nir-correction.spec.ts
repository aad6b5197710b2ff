import { describe, expect, it } from '@jest/globals';
import { addDays, InvalidInput } from '#kernel';
import { spec } from '#testing';
import { readCandidate } from './candidate-input.js';
import { nirKey } from './nir.js';
import { nirCorrection } from './nir-correction.decider.js';
import { readNirCorrection } from './nir-correction-input.js';

const id = (n: number) => `019a0000-0000-7000-8000-0000000000${n}`;
const [candidateId, requestId, numbersId, justificationId, explanationId] = [id(10), id(11), id(12), id(13), id(14)];
const today = '2026-03-10';
const words = { requestId, numbersId, justificationId };
const request = { do: 'request', candidateId, ...words } as const;
const accept = { do: 'accept', candidateId, requestId, today } as const;
const refuse = { do: 'refuse', candidateId, requestId, explanationId, today } as const;
const forget = (on: string) => ({ do: 'forget', candidateId, requestId, today: on }) as const;
const requested = { type: 'identity.NirCorrectionRequested', data: { candidateId, ...words } } as const;
const accepted = { type: 'identity.NirCorrectionAccepted', data: { candidateId, requestId, on: today } } as const;
const refused = { type: 'identity.NirCorrectionRefused', data: { candidateId, requestId, explanationId, on: today } } as const;
const forgotten = { type: 'identity.NirCorrectionForgotten', data: { candidateId, requestId } } as const;

describe('A request to correct a number', () => {
  it('is the only one that waits for a person; once answered, another may be made [emplois/CAN-27]', () => {
    spec(nirCorrection).when(request).then(requested);
    const another = { ...request, requestId: id(21) };
    spec(nirCorrection).given(requested).when(another).thenRefused('identity/nir-correction-pending');
    for (const answered of [accepted, refused]) spec(nirCorrection).given(requested, answered).when(another).then({ ...requested, data: { ...requested.data, requestId: id(21) } });
  });

  it('is answered once, one way or the other [emplois/CAN-27]', () => {
    spec(nirCorrection).given(requested).when(accept).then(accepted);
    spec(nirCorrection).given(requested).when(refuse).then(refused);
    for (const answered of [accepted, refused])
      for (const command of [accept, refuse]) spec(nirCorrection).given(requested, answered).when(command).thenRefused('identity/nir-correction-handled');
    spec(nirCorrection).when(accept).thenRefused('identity/nir-correction-unknown');
  });

  it('is forgotten 182 days after the answer, never before, and never while it waits [emplois/CAN-27] [emplois/RGPD-6]', () => {
    for (const answered of [accepted, refused]) {
      spec(nirCorrection).given(requested, answered).when(forget(addDays(today, 181))).thenNothing();
      spec(nirCorrection).given(requested, answered).when(forget(addDays(today, 182))).then(forgotten);
      spec(nirCorrection).given(requested, answered, forgotten).when(forget(addDays(today, 200))).thenNothing();
    }
    spec(nirCorrection).given(requested).when(forget(addDays(today, 400))).thenNothing();
  });
});

describe('What is written in a request', () => {
  const nirOf = (thirteen: string) => thirteen + nirKey(thirteen);
  const nir = nirOf('2900530004001');
  const place = { address: '1 rue de l’Essai', postCode: '30000', insee: '30189' };
  const file = readCandidate({ title: 'MME', firstName: 'Prune', lastName: 'Fictive', birthDate: '1990-05-20', nir, franceTravailReason: 'FORGOTTEN', ...place }, { today, thirdParty: true });
  const wrong = (typed: string, justification = 'Deux chiffres intervertis.', of = file) => {
    try {
      readNirCorrection(of, { nir: typed, justification });
      return {};
    } catch (error) {
      return error instanceof InvalidInput ? Object.fromEntries(error.fields.map(({ field, code }) => [field, code])) : (error as Error).message;
    }
  };
  const other = nirOf('2900530004002');

  it('is a valid number, of the same person by title and birth, and not the one on file [emplois/CAN-27] [emplois/CAN-8] [emplois/CAN-9]', () => {
    expect(wrong(other)).toEqual({});
    expect(wrong(`${nir.slice(0, 5)} ${nir.slice(5)}`)).toEqual({ nir: 'identity/nir-correction-same' });
    expect(wrong('')).toEqual({ nir: 'identity/nir-length' });
    expect(wrong(`${other.slice(0, 13)}${other.endsWith('01') ? '02' : '01'}`)).toEqual({ nir: 'identity/nir-key' });
    expect(wrong(nirOf('2901430004002'))).toEqual({ nir: 'identity/nir-month' });
    expect(wrong(nirOf('1900530004002'))).toEqual({ nir: 'identity/nir-title' });
    expect(wrong(nirOf('2900630004002'))).toEqual({ nir: 'identity/nir-birth-date' });
    expect(wrong(other, undefined, { ...file, nir: null, nirReason: 'NO_NIR' })).toBe('identity/nir-correction-nothing');
  });

  it('is justified in 10 to 2000 characters, spaces around them aside [emplois/CAN-27]', () => {
    const short = { justification: 'identity/nir-correction-justification' };
    expect(wrong(other, `${'a'.repeat(9)}      `)).toEqual(short);
    expect(wrong(other, 'a'.repeat(10))).toEqual({});
    expect(wrong(other, 'a'.repeat(2000))).toEqual({});
    expect(wrong(other, 'a'.repeat(2001))).toEqual(short);
  });
});
