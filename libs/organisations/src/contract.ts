import { type CommandContext, derivedId, type DomainEvent, type Id, type Receipt, type Role } from '#kernel';

export type SiaeKind = 'ACI' | 'AI' | 'EI' | 'EITI' | 'ETTI';
export type CompanyKind = SiaeKind | 'GEIQ' | 'OPCS' | 'EA' | 'EATT';
export const SIAE_KINDS: readonly SiaeKind[] = ['ACI', 'AI', 'EI', 'EITI', 'ETTI'];
export const isSiae = (kind: string | null): kind is SiaeKind => (SIAE_KINDS as readonly (string | null)[]).includes(kind);

export type OrganisationType = 'company' | 'prescriber' | 'institution' | 'buyer' | 'supplier';

/** Where an organisation is. `insee` and the point are null when the address could not be placed. */
export interface Location {
  readonly address: string;
  readonly postCode: string;
  readonly city: string;
  readonly insee: string | null;
  readonly department: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

export type OrganisationsEvent =
  | DomainEvent<'organisations.CompanyRegistered', { companyId: Id; siret: string; kind: CompanyKind; name: string; brand: string; naf: string; source: 'asp' | 'import' | 'user' } & Location>
  | DomainEvent<'organisations.CompanyChanged', { companyId: Id; name: string; brand: string; naf: string } & Location>
  | DomainEvent<'organisations.RecruitmentSet', { companyId: Id; blocked: boolean; spontaneousOpen: boolean }>
  | DomainEvent<'organisations.JobOpened', { jobId: Id; companyId: Id; rome: string; title: string; contractType: string; insee: string | null; department: string; places: number }>
  | DomainEvent<'organisations.JobClosed', { jobId: Id; companyId: Id }>
  /** Nobody wrote it: the company hired for a job it had not described. It is closed from the start [organisations/JOB-3]. */
  | DomainEvent<'organisations.HiredJobDescribed', HiredJob & { title: string; department: string }>
  | DomainEvent<'organisations.PrescriberRegistered', { prescriberId: Id; siret: string | null; kind: string; name: string; authorised: boolean } & Location>
  | DomainEvent<'organisations.AuthorisationChanged', { prescriberId: Id; authorised: boolean }>
  | DomainEvent<'organisations.InstitutionRegistered', { institutionId: Id; kind: string; name: string; department: string | null; region: string | null }>
  | DomainEvent<'organisations.BuyerRegistered', { buyerId: Id; siret: string; kind: string; name: string } & Location>
  | DomainEvent<'organisations.SupplierRegistered', { supplierId: Id; siret: string; kind: string; name: string } & Location>
  | DomainEvent<'organisations.MemberJoined', { organisationId: Id; organisationType: OrganisationType; accountId: Id; admin: boolean }>
  | DomainEvent<'organisations.MemberLeft', { organisationId: Id; organisationType: OrganisationType; accountId: Id }>
  /** Stream `siret-<company|prescriber|buyer|supplier>-<kind>-<siret>`: one owner for each SIRET and kind. */
  | DomainEvent<'organisations.SiretReserved', { siret: string; kind: string; owner: Id; until: string }>
  | DomainEvent<'organisations.SiretConfirmed', { siret: string; kind: string; owner: Id }>
  | DomainEvent<'organisations.SiretReleased', { siret: string; kind: string; owner: Id }>;

/** Streams: `company-<id>`, `prescriber-<id>`, `institution-<id>`, `buyer-<id>`, `supplier-<id>` (members on their organisation's stream), `job-<id>`. */
export interface Organisation {
  readonly id: Id;
  readonly type: OrganisationType;
  readonly kind: string;
  readonly name: string;
  readonly siret: string | null;
  readonly department: string | null;
  readonly city: string | null;
  /** Prescribers only: authorised by the State today [emplois/AUT-3]. */
  readonly authorised: boolean;
}
export interface Membership extends Organisation {
  readonly admin: boolean;
  readonly role: Role;
}
export interface Job {
  readonly id: Id;
  readonly companyId: Id;
  readonly rome: string;
  readonly title: string;
  readonly contractType: string;
  readonly open: boolean;
}
/** A job somebody was hired for, named by its ROME code and where the work is. */
export interface HiredJob {
  readonly jobId: Id;
  readonly companyId: Id;
  readonly rome: string;
  readonly insee: string;
}
/** A job as people read it. */
export interface JobCard extends Job {
  /** Where the work is; null when that is the company's own commune. */
  readonly city: string | null;
  readonly places: number;
}
/** What a hiring decision asks about a company. */
export interface CompanyForHiring extends Organisation {
  readonly kind: CompanyKind;
  readonly hasMembers: boolean;
  readonly blocked: boolean;
  readonly spontaneousOpen: boolean;
  readonly jobs: readonly Job[];
}

export abstract class OrganisationsQueries {
  /** Active memberships of an account, oldest first. */
  abstract memberships(accountId: Id): Promise<readonly Membership[]>;
  abstract organisations(ids: readonly Id[]): Promise<ReadonlyMap<Id, Organisation>>;
  abstract company(id: Id): Promise<CompanyForHiring | null>;
  /** Open or closed. */
  abstract jobs(ids: readonly Id[]): Promise<ReadonlyMap<Id, JobCard>>;
  /** The job of a company with this ROME code in this commune (its own when the job names none), open ones first; null when it has none. */
  abstract sameJob(job: Omit<HiredJob, 'jobId'>): Promise<Id | null>;
  /** Account ids of the active members of an organisation. */
  abstract members(organisationId: Id): Promise<readonly Id[]>;
}

/** Two people who hire for the same new job at the same moment describe one job. */
export const hiredJobIdOf = ({ companyId, rome, insee }: Omit<HiredJob, 'jobId'>): Id => derivedId('hired-job', companyId, rome, insee);

export abstract class OrganisationsCommands {
  /** Describes a job somebody was hired for, closed to applications; does nothing when there is one under that id. */
  abstract describeHiredJob(job: HiredJob, context: CommandContext): Promise<Receipt>;
}
