import { type Decider, type DomainEvent, type Id, InvalidInput, NotFound } from '#kernel';
import { COMPANY_KINDS } from '#reference';
import type { CompanyKind, Location, OrganisationsEvent } from '../contract.js';
import { type FieldProblem, locationOf, locationProblems } from './location.js';
import { decideMembers, evolveMembers, isMembersEvent, type Members, type MembersCommand, NO_MEMBERS } from './members.js';
import { siretProblem } from './siret.js';

export type CompanyEvent = Extract<
  OrganisationsEvent,
  DomainEvent<'organisations.CompanyRegistered' | 'organisations.CompanyChanged' | 'organisations.RecruitmentSet' | 'organisations.MemberJoined' | 'organisations.MemberLeft'>
>;

/** What can change after the registration. */
export interface CompanyCard extends Location {
  readonly name: string;
  readonly brand: string;
  readonly naf: string;
}
export interface CompanyRegistration extends CompanyCard {
  readonly companyId: Id;
  readonly siret: string;
  readonly kind: CompanyKind;
  readonly source: 'asp' | 'import' | 'user';
}
export interface Recruitment {
  readonly blocked: boolean;
  readonly spontaneousOpen: boolean;
}

export type CompanyCommand =
  | { readonly kind: 'register'; readonly company: CompanyRegistration }
  | { readonly kind: 'change'; readonly card: CompanyCard }
  | ({ readonly kind: 'recruit' } & Recruitment)
  | MembersCommand;

export interface CompanyState extends Recruitment {
  readonly company: CompanyRegistration | null;
  readonly members: Members;
}

export const companyDecider: Decider<CompanyState, CompanyCommand, CompanyEvent> = {
  // A new company is open to spontaneous applications until it says otherwise.
  initial: { company: null, members: NO_MEMBERS, blocked: false, spontaneousOpen: true },
  evolve(state, event) {
    if (isMembersEvent(event)) return { ...state, members: evolveMembers(state.members, event) };
    if (event.type === 'organisations.CompanyRegistered') return { ...state, company: event.data };
    if (event.type === 'organisations.CompanyChanged') return { ...state, company: state.company && { ...state.company, ...event.data } };
    return { ...state, blocked: event.data.blocked, spontaneousOpen: event.data.spontaneousOpen };
  },
  decide(command, state) {
    if (command.kind === 'register') return register(command.company, state);
    const { company } = state;
    if (!company) throw new NotFound('organisations/unknown-company');
    const { companyId } = company;
    if (command.kind === 'change') {
      const card = cardOf(command.card);
      refuseProblems(cardProblems(card));
      return same(cardOf(company), card) ? [] : [{ type: 'organisations.CompanyChanged', data: { companyId, ...card } }];
    }
    if (command.kind === 'recruit') {
      const { blocked, spontaneousOpen } = command;
      return blocked === state.blocked && spontaneousOpen === state.spontaneousOpen ? [] : [{ type: 'organisations.RecruitmentSet', data: { companyId, blocked, spontaneousOpen } }];
    }
    return decideMembers(command, state.members, { organisationId: companyId, organisationType: 'company' });
  },
};

const register = (company: CompanyRegistration, state: CompanyState): readonly CompanyEvent[] => {
  if (state.company) return [];
  const problem = siretProblem(company.siret);
  refuseProblems([
    ...(problem ? [{ field: 'siret', code: problem }] : []),
    ...(COMPANY_KINDS.some(({ code }) => code === company.kind) ? [] : [{ field: 'kind', code: 'organisations/company-kind' }]),
    ...cardProblems(company),
  ]);
  const { companyId, siret, kind, source } = company;
  return [{ type: 'organisations.CompanyRegistered', data: { companyId, siret, kind, source, ...cardOf(company) } }];
};

const cardOf = (card: CompanyCard): CompanyCard => ({ name: card.name, brand: card.brand, naf: card.naf, ...locationOf(card) });

const cardProblems = (card: CompanyCard): readonly FieldProblem[] => [
  ...(card.name.trim() ? [] : [{ field: 'name', code: 'organisations/name-missing' }]),
  ...(card.naf === '' || /^\d{4}[A-Z]$/.test(card.naf) ? [] : [{ field: 'naf', code: 'organisations/naf' }]),
  ...locationProblems(card),
];

const refuseProblems = (problems: readonly FieldProblem[]): void => {
  if (problems.length > 0) throw new InvalidInput(problems);
};

const same = (a: CompanyCard, b: CompanyCard): boolean => JSON.stringify(a) === JSON.stringify(b);
