import { eventTypes } from '#kernel';
import type { OrganisationsEvent } from '../contract.js';

export const organisationsEventTypes = eventTypes<OrganisationsEvent['type']>({
  'organisations.CompanyRegistered': { version: 1 },
  'organisations.CompanyChanged': { version: 1 },
  'organisations.RecruitmentSet': { version: 1 },
  'organisations.JobOpened': { version: 1 },
  'organisations.JobClosed': { version: 1 },
  'organisations.HiredJobDescribed': { version: 1 },
  'organisations.PrescriberRegistered': { version: 1 },
  'organisations.AuthorisationChanged': { version: 1 },
  'organisations.InstitutionRegistered': { version: 1 },
  'organisations.BuyerRegistered': { version: 1 },
  'organisations.SupplierRegistered': { version: 1 },
  'organisations.MemberJoined': { version: 1 },
  'organisations.MemberLeft': { version: 1 },
  'organisations.SiretReserved': { version: 1 },
  'organisations.SiretConfirmed': { version: 1 },
  'organisations.SiretReleased': { version: 1 },
});
