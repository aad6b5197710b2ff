import type { Location } from '../contract.js';
import type { CompanyRegistration } from './company.decider.js';

/** Plainly fictional organisations for specs. */
export const STRASBOURG: Location = { address: '1 rue Imaginaire', postCode: '67000', city: 'Strasbourg', insee: '67482', department: '67', lat: 48.57, lon: 7.75 };
export const ATELIER: CompanyRegistration = {
  companyId: '019a0000-0000-7000-8000-0000000000c1',
  siret: '00012345600012',
  kind: 'ACI',
  name: 'Atelier du Pont Imaginaire',
  brand: '',
  naf: '8130Z',
  source: 'user',
  ...STRASBOURG,
};
