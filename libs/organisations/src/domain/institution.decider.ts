import { type Decider, type DomainEvent, type Id, InvalidInput, NotFound } from '#kernel';
import { departmentOf, INSTITUTION_KINDS, institutionScope, REGIONS } from '#reference';
import type { OrganisationsEvent } from '../contract.js';
import { decideMembers, evolveMembers, isMembersEvent, type Members, type MembersCommand, NO_MEMBERS } from './members.js';

export type InstitutionEvent = Extract<OrganisationsEvent, DomainEvent<'organisations.InstitutionRegistered' | 'organisations.MemberJoined' | 'organisations.MemberLeft'>>;

export interface InstitutionRegistration {
  readonly institutionId: Id;
  readonly kind: string;
  readonly name: string;
  readonly department: string | null;
  readonly region: string | null;
}
export type InstitutionCommand = { readonly kind: 'register'; readonly institution: InstitutionRegistration } | MembersCommand;
export interface InstitutionState {
  readonly institution: InstitutionRegistration | null;
  readonly members: Members;
}

export const institutionDecider: Decider<InstitutionState, InstitutionCommand, InstitutionEvent> = {
  initial: { institution: null, members: NO_MEMBERS },
  evolve(state, event) {
    if (isMembersEvent(event)) return { ...state, members: evolveMembers(state.members, event) };
    return { ...state, institution: event.data };
  },
  decide(command, { institution, members }) {
    if (command.kind === 'register') {
      if (institution) return [];
      check(command.institution);
      const { institutionId, kind, name, department, region } = command.institution;
      return [{ type: 'organisations.InstitutionRegistered', data: { institutionId, kind, name, department, region } }];
    }
    if (!institution) throw new NotFound('organisations/unknown-institution');
    return decideMembers(command, members, { organisationId: institution.institutionId, organisationType: 'institution' });
  },
};

/** A departmental institution has a département, a regional one a region, a national one neither. */
const check = ({ kind, name, department, region }: InstitutionRegistration): void => {
  const scope = institutionScope(kind);
  const problems = [
    ...(INSTITUTION_KINDS.some(({ code }) => code === kind) ? [] : [{ field: 'kind', code: 'organisations/institution-kind' }]),
    ...(name.trim() ? [] : [{ field: 'name', code: 'organisations/name-missing' }]),
    ...((department !== null && departmentOf(department) !== undefined) === (scope === 'department') ? [] : [{ field: 'department', code: 'organisations/institution-scope' }]),
    ...(scope !== 'region' || REGIONS.some(({ code }) => code === region) ? [] : [{ field: 'region', code: 'organisations/institution-scope' }]),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
};
