import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '#kernel';
import { spec } from '#testing';
import { STRASBOURG } from './fixtures.js';
import { type InstitutionRegistration, institutionDecider } from './institution.decider.js';
import { jobDecider, type JobOpening } from './job.decider.js';
import { type PrescriberRegistration, prescriberDecider } from './prescriber.decider.js';
import { siretDecider, type SiretEvent } from './siret-reservation.decider.js';
import { buyerDecider, supplierDecider } from './trader.decider.js';

const id = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const fields = (decide: () => unknown) => {
  try {
    decide();
  } catch (error) {
    if (error instanceof InvalidInput) return error.fields.map(({ field }) => field);
    throw error;
  }
  return [];
};

describe('a prescriber organisation', () => {
  const mission: PrescriberRegistration = { prescriberId: id(1), siret: '00012345600020', kind: 'ML', name: 'Mission locale imaginaire', authorised: true, ...STRASBOURG };
  const register = (change: Partial<PrescriberRegistration>) => fields(() => prescriberDecider.decide({ kind: 'register', prescriber: { ...mission, ...change } }, prescriberDecider.initial));

  it('needs a SIRET, France Travail excepted [organisations/PRS-10]', () => {
    expect(register({ siret: null })).toEqual(['siret']);
    expect(register({ siret: null, kind: 'FT' })).toEqual([]);
  });
  it('of kind Autre can never be authorised [organisations/PRS-7]', () => {
    spec(prescriberDecider).when({ kind: 'register', prescriber: { ...mission, kind: 'Autre' } }).thenRefused('organisations/kind-cannot-be-authorised');
    spec(prescriberDecider)
      .given({ type: 'organisations.PrescriberRegistered', data: { ...mission, kind: 'Autre', authorised: false } })
      .when({ kind: 'authorise', authorised: true })
      .thenRefused('organisations/kind-cannot-be-authorised');
  });
  it('gains and loses its authorisation, each once', () => {
    const given = spec(prescriberDecider).given({ type: 'organisations.PrescriberRegistered', data: mission });
    given.when({ kind: 'authorise', authorised: true }).thenNothing();
    given.when({ kind: 'authorise', authorised: false }).then({ type: 'organisations.AuthorisationChanged', data: { prescriberId: mission.prescriberId, authorised: false } });
  });
});

describe('an institution', () => {
  const register = (change: Partial<InstitutionRegistration>) =>
    fields(() => institutionDecider.decide({ kind: 'register', institution: { institutionId: id(2), kind: 'DDETS_IAE', name: 'DDETS imaginaire', department: '67', region: null, ...change } }, institutionDecider.initial));

  it('is of a département, a region or the nation by its kind [organisations/INS-1]', () => {
    expect(register({})).toEqual([]);
    expect(register({ department: null })).toEqual(['department']);
    expect(register({ kind: 'DREETS_IAE', department: null, region: '44' })).toEqual([]);
    expect(register({ kind: 'DREETS_IAE', department: null })).toEqual(['region']);
    expect(register({ kind: 'DGEFP_IAE', department: null })).toEqual([]);
    expect(register({ kind: 'DGEFP_IAE' })).toEqual(['department']);
  });
});

describe('a job description', () => {
  const job: JobOpening = { jobId: id(3), companyId: id(4), rome: 'A1203', title: 'Agent des espaces verts', contractType: 'FIXED_TERM_I', insee: null, department: '67', places: 1 };
  const open = (change: Partial<JobOpening>, companyKind: 'ACI' | 'EITI' = 'ACI') => fields(() => jobDecider.decide({ kind: 'open', job: { ...job, ...change }, companyKind }, jobDecider.initial));

  it('offers at least one position and a job of the nomenclature [organisations/JOB-1]', () => {
    expect(open({})).toEqual([]);
    expect(open({ places: 0 })).toEqual(['places']);
    expect(open({ rome: '', title: ' ' })).toEqual(['rome', 'title']);
  });
  it('offers a contract of the kind of the company [organisations/JOB-14] [emplois/CMP-6]', () => {
    expect(open({}, 'EITI')).toEqual(['contractType']);
    expect(open({ contractType: 'BUSINESS_CREATION' }, 'EITI')).toEqual([]);
  });
  it('opens, closes and opens again, each once', () => {
    const opened = { type: 'organisations.JobOpened', data: job } as const;
    const closed = { type: 'organisations.JobClosed', data: { jobId: job.jobId, companyId: job.companyId } } as const;
    spec(jobDecider).given(opened).when({ kind: 'open', job, companyKind: 'ACI' }).thenNothing();
    spec(jobDecider).given(opened).when({ kind: 'close' }).then(closed);
    spec(jobDecider).given(opened, closed).when({ kind: 'close' }).thenNothing();
    spec(jobDecider).given(opened, closed).when({ kind: 'open', job, companyKind: 'ACI' }).then(opened);
  });
});

describe('a job description made by a hire', () => {
  const hired = { jobId: id(3), companyId: id(4), rome: 'K2204', insee: '67482' };
  const described = { type: 'organisations.HiredJobDescribed', data: { ...hired, title: 'Nettoyage de locaux', department: '67' } } as const;
  const describeIt = (change: Partial<typeof hired> = {}) => ({ kind: 'describeHired', job: { ...hired, ...change } }) as const;

  it('is closed, and made once [organisations/JOB-3] [emplois/ACP-4]', () => {
    spec(jobDecider).when(describeIt()).then(described);
    spec(jobDecider).given(described).when(describeIt()).thenNothing();
    spec(jobDecider).given(described).when({ kind: 'close' }).thenNothing();
  });
  it('is left alone when somebody has written it since', () => {
    const data = { ...hired, title: 'Agent de propreté', contractType: 'FIXED_TERM_I', department: '67', places: 1 };
    spec(jobDecider).given({ type: 'organisations.JobOpened', data }).when(describeIt()).thenExpect((events, state) => expect([events, state.open]).toEqual([[], true]));
  });
  it('is of the nomenclature, in a commune that exists', () => {
    const refused = (change: Partial<typeof hired>) => fields(() => jobDecider.decide(describeIt(change), jobDecider.initial));
    expect(refused({ rome: 'Z9999', insee: '99999' })).toEqual(['rome', 'insee']);
  });
});

describe('a SIRET for a kind', () => {
  const reserve = (owner: string, now: string) => ({ kind: 'reserve', siret: '1', organisationKind: 'ACI', owner, now, until: `${now}+` }) as const;
  const reserved: SiretEvent = { type: 'organisations.SiretReserved', data: { siret: '1', kind: 'ACI', owner: 'a', until: '2026-01-01T10' } };
  const confirmed: SiretEvent = { type: 'organisations.SiretConfirmed', data: { siret: '1', kind: 'ACI', owner: 'a' } };
  const number = spec(siretDecider);

  it('belongs to one organisation [organisations/COM-14] [organisations/PRS-11]', () => {
    number.given(reserved, confirmed).when(reserve('b', '2027')).thenRefused('organisations/siret-taken');
    number.given(reserved).when(reserve('b', '2026-01-01T09')).thenRefused('organisations/siret-taken');
  });
  it('is taken over when the organisation that reserved it never came to be', () => {
    number.given(reserved).when(reserve('b', '2026-01-01T11')).thenExpect((_, state) => expect(state.owner).toBe('b'));
  });
  it('is confirmed by its owner only, once', () => {
    number.given(reserved).when({ kind: 'confirm', owner: 'b' }).thenRefused('organisations/siret-not-reserved');
    number.given(reserved).when({ kind: 'confirm', owner: 'a' }).then(confirmed);
    number.given(reserved, confirmed).when({ kind: 'confirm', owner: 'a' }).thenNothing();
  });
  it('is free again when released', () => {
    const released: SiretEvent = { type: 'organisations.SiretReleased', data: { siret: '1', kind: 'ACI', owner: 'a' } };
    number.given(reserved, confirmed).when({ kind: 'release', owner: 'a' }).then(released);
    number.given(reserved, confirmed, released).when(reserve('b', '2026')).thenExpect((_, state) => expect(state.owner).toBe('b'));
  });
});

describe('buyers and suppliers', () => {
  const trader = { id: id(5), siret: '00012345600038', name: 'Ville imaginaire', ...STRASBOURG };
  it('have kinds of their own', () => {
    expect(fields(() => buyerDecider.decide({ kind: 'register', trader: { ...trader, kind: 'LOCAL_AUTHORITY' } }, buyerDecider.initial))).toEqual([]);
    expect(fields(() => buyerDecider.decide({ kind: 'register', trader: { ...trader, kind: 'ESAT' } }, buyerDecider.initial))).toEqual(['kind']);
    expect(fields(() => supplierDecider.decide({ kind: 'register', trader: { ...trader, kind: 'ESAT' } }, supplierDecider.initial))).toEqual([]);
  });
});
