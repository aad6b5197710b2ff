import { Global, Module } from '@nestjs/common';
import { SessionResolver } from '#kernel/api';
import { type Actor, type CommandContext, derivedId, type Id, type Receipt } from '#kernel';
import { type Addressee, IdentityCommands, IdentityQueries, type CandidateContact, type CandidateSummary, type PersonName, type WantedText } from '#identity';
import {
  type CompanyForHiring,
  type CompanyKind,
  type JobCard,
  type Membership,
  type Organisation,
  OrganisationsCommands,
  OrganisationsQueries,
} from '#organisations';

/** Anybody asked for is a woman of 34 in the Gard, known by her NIR; texts are kept in memory and counted. */
export class AnyCandidate extends IdentityQueries {
  static readonly kept = new Map<Id, string>();
  /** What was read, call by call. */
  static readonly readings: string[] = [];
  async names(ids: readonly Id[]): Promise<ReadonlyMap<Id, PersonName>> {
    return new Map(ids.map((id) => [id, { firstName: 'Awa', lastName: 'Fictive' }]));
  }
  async summaries(ids: readonly Id[]): Promise<ReadonlyMap<Id, CandidateSummary>> {
    AnyCandidate.readings.push('summaries');
    return new Map(ids.map((id) => [id, { id, displayName: 'FICTIVE Awa', masked: false, birthDate: null, city: null, hasNir: true }]));
  }
  async contacts(ids: readonly Id[]): Promise<ReadonlyMap<Id, CandidateContact>> {
    const nothing = { title: null, email: null, phone: null, birthDate: null, city: null, department: null };
    return new Map(ids.map((id) => [id, { ...nothing, firstName: 'Awa', lastName: 'Fictive' }]));
  }
  async accountNames(ids: readonly Id[]): Promise<ReadonlyMap<Id, PersonName>> {
    AnyCandidate.readings.push('accountNames');
    return new Map(ids.map((id) => [id, { firstName: 'Paul', lastName: 'Inventé' }]));
  }
  async addressees(): Promise<ReadonlyMap<Id, Addressee>> {
    return new Map();
  }
  async candidate(candidateId: Id) {
    return { candidateId, sex: 'F', age: 34, department: '30', qpv: false, zrr: false, nir: 'known', franceTravail: 'known' } as const;
  }
  async noteReading(): Promise<void> {
    AnyCandidate.readings.push('noted');
  }
  async publicTexts(_: string, wanted: readonly WantedText[]): Promise<ReadonlyMap<Id, string>> {
    return this.texts(wanted);
  }
  async texts(wanted: readonly WantedText[]): Promise<ReadonlyMap<Id, string>> {
    AnyCandidate.readings.push('texts');
    return new Map(wanted.flatMap(({ id }) => (AnyCandidate.kept.has(id) ? [[id, AnyCandidate.kept.get(id)!] as const] : [])));
  }
}
export class KeptTexts extends IdentityCommands {
  async keepText(
    { id, text }: { readonly id: Id; readonly person: Id; readonly kind: string; readonly text: string },
    _: CommandContext,
  ): Promise<Id> {
    if (!AnyCandidate.kept.has(id)) AnyCandidate.kept.set(id, text);
    return id;
  }
  async forgetText({ id }: { readonly id: Id }): Promise<void> {
    AnyCandidate.kept.delete(id);
  }
}

const companies = new Map<Id, CompanyKind>();
const organisation = (id: Id): Organisation => {
  const kind = companies.get(id);
  return {
    id,
    type: kind ? 'company' : 'prescriber',
    kind: kind ?? 'FT',
    name: 'Les Ateliers Fictifs',
    siret: null,
    department: '30',
    city: 'Nîmes',
    authorised: !kind,
  };
};
const job = (companyId: Id): JobCard => ({
  id: derivedId('job', companyId),
  companyId,
  rome: 'A1203',
  title: 'Jardinier',
  contractType: 'FIXED_TERM_I',
  open: true,
  city: null,
  places: 1,
});

/** Companies that receive everything, of the kind their employer says. */
export class AnyCompany extends OrganisationsQueries {
  async memberships(): Promise<readonly Membership[]> {
    return [];
  }
  async organisations(ids: readonly Id[]): Promise<ReadonlyMap<Id, Organisation>> {
    AnyCandidate.readings.push('organisations');
    return new Map(ids.map((id) => [id, organisation(id)]));
  }
  async company(id: Id): Promise<CompanyForHiring | null> {
    const kind = companies.get(id);
    return kind ? { ...organisation(id), kind, hasMembers: true, blocked: false, spontaneousOpen: true, jobs: [job(id)] } : null;
  }
  async jobs(ids: readonly Id[]): Promise<ReadonlyMap<Id, JobCard>> {
    AnyCandidate.readings.push('jobs');
    return new Map(
      [...companies.keys()]
        .map(job)
        .filter(({ id }) => ids.includes(id))
        .map((each) => [each.id, each]),
    );
  }
  async members(): Promise<readonly Id[]> {
    return [];
  }
  async sameJob(): Promise<Id | null> {
    return null;
  }
}
/** Jobs are described elsewhere than in these journeys. */
export class NoNewJob extends OrganisationsCommands {
  describeHiredJob(): Promise<Receipt> {
    return Promise.reject(new Error('no journey of this folder that meets stand-ins hires for a new job'));
  }
}

export const employerNamed = (name: string, kind: CompanyKind = 'ACI'): Actor & { readonly organisation: Id } => {
  const organisationId = derivedId('organisation', name);
  companies.set(organisationId, kind);
  return {
    id: derivedId('actor', name),
    role: 'employer',
    organisation: organisationId,
    organisationKind: kind,
    authorised: false,
    department: null,
  };
};

/** A session cookie is the actor itself, in base64. */
export class AnySession extends SessionResolver {
  async resolve(token: string): Promise<Actor | null> {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as Actor;
  }
}
export const cookieOf = (actor: Actor): string => Buffer.from(JSON.stringify(actor)).toString('base64url');

/** Contexts that hiring asks, played by stand-ins: the journeys of this folder are about hiring and approvals. */
@Global()
@Module({
  providers: [
    { provide: IdentityQueries, useClass: AnyCandidate },
    { provide: IdentityCommands, useClass: KeptTexts },
    { provide: OrganisationsQueries, useClass: AnyCompany },
    { provide: OrganisationsCommands, useClass: NoNewJob },
    { provide: SessionResolver, useClass: AnySession },
  ],
  exports: [IdentityQueries, IdentityCommands, OrganisationsCommands, OrganisationsQueries, SessionResolver],
})
export class Neighbours {}
