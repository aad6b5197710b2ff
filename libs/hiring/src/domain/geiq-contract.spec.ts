import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '#kernel';
import type { CompanyKind } from '#organisations';
import { spec } from '#testing';
import { application } from './application.decider.js';
import { employerOf, id, requestCommand, statedContract, submitted, terms } from './fixtures/applications.js';
import { geiqContract, type StatedContract } from './geiq-contract.js';

const problems = (change: Partial<StatedContract>, kind: CompanyKind = 'GEIQ') => {
  try {
    geiqContract(kind, { ...statedContract, ...change });
  } catch (error) {
    return (error as InvalidInput).fields.map(({ field, code }) => `${field} ${code}`);
  }
  return [];
};
const kept = (change: Partial<StatedContract>) => geiqContract('GEIQ', { ...statedContract, ...change });

describe('the contract of a GEIQ', () => {
  it('is kept with the acceptance, and asked for [emplois/ACP-5]', () => {
    const hire = { terms: { ...terms, jobId: id('job') }, job: { companyId: id('company') }, actor: employerOf('GEIQ') };
    const given = spec(application).given(submitted({ kind: 'GEIQ' }));
    given
      .when(requestCommand({ ...hire, contract: statedContract }))
      .thenExpect(([event]) => expect(event!.data).toMatchObject({ contract: { type: 'APPRENTICESHIP', weeklyHours: 35, qualification: 'CQP', level: 'LEVEL_3', trainingHours: 0, invertedVae: false } }));
    given.when(requestCommand(hire)).thenRefused('input/invalid');
  });

  it('is an apprenticeship, a professionalisation or another that is described [emplois/ACP-5]', () => {
    for (const type of ['APPRENTICESHIP', 'PROFESSIONAL_TRAINING']) expect(problems({ type })).toEqual([]);
    for (const type of [null, 'PERMANENT']) expect(problems({ type })).toEqual(['contract.type hiring/contract-type-missing']);
    expect(problems({ type: 'OTHER' })).toEqual(['contract.details hiring/contract-details-missing']);
    expect(kept({ type: 'OTHER', detailsId: id('details') })?.detailsId).toBe(id('details'));
    expect(kept({ detailsId: id('details') })?.detailsId).toBeNull();
  });

  it('has 1 to 48 hours a week, and no hours of training unless they are said [emplois/ACP-5]', () => {
    for (const weeklyHours of [1, 48]) expect(problems({ weeklyHours })).toEqual([]);
    for (const weeklyHours of [null, 0, 49, 35.5]) expect(problems({ weeklyHours })).toEqual(['contract.weeklyHours hiring/weekly-hours']);
    expect(kept({})?.trainingHours).toBe(0);
    expect(kept({ trainingHours: 240 })?.trainingHours).toBe(240);
    expect(problems({ trainingHours: -1 })).toEqual(['contract.trainingHours hiring/training-hours']);
  });

  it('aims at a qualification and a level, which a State diploma always has [emplois/ACP-5]', () => {
    expect(problems({ qualification: null, level: 'LEVEL_6' })).toEqual(['contract.qualification hiring/qualification-missing', 'contract.level hiring/level-missing']);
    expect(problems({ qualification: 'CCN', level: 'NOT_RELEVANT' })).toEqual([]);
    expect(problems({ qualification: 'STATE_DIPLOMA', level: 'NOT_RELEVANT' })).toEqual(['contract.level hiring/level-of-a-diploma']);
  });

  it('is in inverted VAE only with professionalisation: said of another, it is not heard [emplois/ACP-5]', () => {
    expect(kept({ type: 'PROFESSIONAL_TRAINING', invertedVae: true })?.invertedVae).toBe(true);
    expect(kept({ type: 'APPRENTICESHIP', invertedVae: true })?.invertedVae).toBe(false);
  });

  it('is nothing that another company may say: four fields are refused, the others not heard [emplois/ACP-5]', () => {
    const said = { type: 'OTHER', detailsId: id('details'), weeklyHours: 35, invertedVae: true };
    expect(problems(said, 'ACI').map((line) => line.split(' ')[0])).toEqual(['contract.type', 'contract.details', 'contract.weeklyHours', 'contract.invertedVae']);
    const unheard = { ...statedContract, type: null, weeklyHours: null, invertedVae: false, trainingHours: 240 };
    expect(geiqContract('OPCS', unheard)).toBeNull();
    expect(geiqContract('ACI', null)).toBeNull();
  });
});
