import { describe, expect, it } from '@jest/globals';
import { APPLICATION_STATUSES, COMPANY_KINDS, CONTRACT_TYPES, CRITERIA, DEPARTMENTS, INSTITUTION_KINDS, PRESCRIBER_KINDS, REFUSAL_REASONS, REGIONS, ROME, contractTypesFor, departmentOf, departmentOfPostCode, nafLabel, nafSection } from '../index.js';

const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

describe('the administrative criteria', () => {
  it('are 18, numbered in display order: four of level 1, then fourteen of level 2 [emplois/IAE-1]', () => {
    expect(CRITERIA.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(CRITERIA.map(({ level }) => level)).toEqual([...Array<number>(4).fill(1), ...Array<number>(14).fill(2)]);
  });
  it('exclude each other in two pairs, both ways [emplois/IAE-2]', () => {
    const pairs = CRITERIA.flatMap(({ code, excludes }) => excludes.map((other) => `${code}/${other}`)).sort();
    expect(pairs).toEqual(['DELD/DETLD', 'DETLD/DELD', 'JEUNE/SENIOR', 'SENIOR/JEUNE']);
  });
  it('all say what proves them', () => expect(CRITERIA.filter(({ proof }) => proof.length < 20)).toEqual([]));
});

describe('the refusal reasons', () => {
  it('are thirteen to choose from [emplois/REF-1]', () => expect(REFUSAL_REASONS.filter(({ proposed }) => proposed)).toHaveLength(13));
  it('a GEIQ does not see two of them [emplois/REF-2]', () => expect(codes(REFUSAL_REASONS.filter(({ excludedForGeiq }) => excludedForGeiq))).toEqual(['non_eligible', 'prevent_objectives']));
  it('keep six that nobody can choose [emplois/REF-3]', () =>
    expect(codes(REFUSAL_REASONS.filter(({ proposed }) => !proposed)).sort()).toEqual(['approval_expiration_too_close', 'auto', 'deactivation', 'eligibility_doubt', 'poorly_informed', 'unavailable']));
  it('each bring an answer to start from when they can be chosen', () => expect(REFUSAL_REASONS.filter(({ proposed, defaultAnswer }) => proposed && defaultAnswer.length < 80)).toEqual([]));
});

describe('kinds', () => {
  it('of companies are nine', () => expect(codes(COMPANY_KINDS)).toEqual(['ACI', 'AI', 'EI', 'EITI', 'ETTI', 'GEIQ', 'OPCS', 'EA', 'EATT']));
  it('of prescribers are 34 [organisations/PRS-1]', () => expect(new Set(codes(PRESCRIBER_KINDS)).size).toBe(34));
  it('of institutions are thirteen [organisations/INS-1]', () => expect(new Set(codes(INSTITUTION_KINDS)).size).toBe(13));
  it('of applications are nine states', () => expect(APPLICATION_STATUSES).toHaveLength(9));
});

describe('contract types', () => {
  it('are thirteen [organisations/JOB-11]', () => expect(CONTRACT_TYPES).toHaveLength(13));
  it('are offered by kind of company, in this order [organisations/JOB-12] [organisations/JOB-14] [organisations/JOB-15] [organisations/JOB-16] [organisations/JOB-17] [emplois/CMP-6]', () => {
    for (const kind of ['ACI', 'EI', 'AI', 'ETTI']) expect(contractTypesFor(kind)).toEqual(['FIXED_TERM_I', 'FIXED_TERM_USAGE', 'TEMPORARY', 'PROFESSIONAL_TRAINING', 'OTHER']);
    expect(contractTypesFor('EITI')).toEqual(['BUSINESS_CREATION', 'OTHER']);
    expect(contractTypesFor('GEIQ')).toEqual(['APPRENTICESHIP', 'PROFESSIONAL_TRAINING', 'OTHER']);
    expect(contractTypesFor('OPCS')).toEqual(['PERMANENT', 'FIXED_TERM', 'APPRENTICESHIP', 'PROFESSIONAL_TRAINING', 'OTHER']);
    for (const kind of ['EA', 'EATT']) expect(contractTypesFor(kind)).toEqual(['PERMANENT', 'FIXED_TERM', 'TEMPORARY', 'FIXED_TERM_TREMPLIN', 'APPRENTICESHIP', 'PROFESSIONAL_TRAINING', 'OTHER']);
  });
  it('are all but the experimental ones for an unknown kind [organisations/JOB-18]', () => expect(contractTypesFor('?')).toHaveLength(11));
});

describe('places', () => {
  it('are 18 regions and 101 départements, and the overseas territories', () => {
    expect(REGIONS.filter(({ code }) => code.length === 2)).toHaveLength(18);
    expect(DEPARTMENTS.filter(({ region }) => region.code.length === 2)).toHaveLength(101);
    expect(departmentOf('67')?.region.label).toBe('Grand Est');
  });
  it('are told from a post code, Corsica and overseas included [marche/SUP-18]', () => {
    expect(['67000', '97400', '98735'].map(departmentOfPostCode)).toEqual(['67', '974', '987']);
    expect(['20000', '20167', '20700', '20200', '20400', '20600'].map(departmentOfPostCode)).toEqual(['2A', '2A', '2A', '2B', '2B', '2B']);
  });
});

describe('nomenclatures', () => {
  it('give a NAF code its label, else its division', () => {
    expect(nafLabel('81.30Z')).toBe('Services d’aménagement paysager');
    expect(nafLabel('8199Z')).toBe('Services relatifs aux bâtiments et aménagement paysager');
    expect(nafLabel('0000Z')).toBeNull();
    expect(nafSection('8130Z')?.code).toBe('N');
  });
  it('have ROME codes of five characters, each once', () => {
    expect(new Set(codes(ROME)).size).toBe(ROME.length);
    expect(codes(ROME).filter((code) => !/^[A-N]\d{4}$/.test(code))).toEqual([]);
  });
});
