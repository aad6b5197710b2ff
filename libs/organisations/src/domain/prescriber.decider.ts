import { type Decider, type DomainEvent, type Id, InvalidInput, NotFound, Refusal } from '#kernel';
import { PRESCRIBER_KINDS, UNAUTHORISABLE_KIND } from '#reference';
import type { Location, OrganisationsEvent } from '../contract.js';
import { locationOf, locationProblems } from './location.js';
import { decideMembers, evolveMembers, isMembersEvent, type Members, type MembersCommand, NO_MEMBERS } from './members.js';
import { siretProblem } from './siret.js';

export type PrescriberEvent = Extract<
  OrganisationsEvent,
  DomainEvent<'organisations.PrescriberRegistered' | 'organisations.AuthorisationChanged' | 'organisations.MemberJoined' | 'organisations.MemberLeft'>
>;

export interface PrescriberRegistration extends Location {
  readonly prescriberId: Id;
  /** France Travail agencies may have none. */
  readonly siret: string | null;
  readonly kind: string;
  readonly name: string;
  readonly authorised: boolean;
}
export type PrescriberCommand =
  | { readonly kind: 'register'; readonly prescriber: PrescriberRegistration }
  | { readonly kind: 'authorise'; readonly authorised: boolean }
  | MembersCommand;

export interface PrescriberState {
  readonly prescriber: PrescriberRegistration | null;
  readonly members: Members;
}

export const prescriberDecider: Decider<PrescriberState, PrescriberCommand, PrescriberEvent> = {
  initial: { prescriber: null, members: NO_MEMBERS },
  evolve(state, event) {
    if (isMembersEvent(event)) return { ...state, members: evolveMembers(state.members, event) };
    if (event.type === 'organisations.PrescriberRegistered') return { ...state, prescriber: event.data };
    return { ...state, prescriber: state.prescriber && { ...state.prescriber, authorised: event.data.authorised } };
  },
  decide(command, { prescriber, members }) {
    if (command.kind === 'register') {
      if (prescriber) return [];
      check(command.prescriber);
      const { prescriberId, siret, kind, name, authorised } = command.prescriber;
      return [{ type: 'organisations.PrescriberRegistered', data: { prescriberId, siret, kind, name, authorised, ...locationOf(command.prescriber) } }];
    }
    if (!prescriber) throw new NotFound('organisations/unknown-prescriber');
    const { prescriberId, kind } = prescriber;
    if (command.kind === 'authorise') {
      if (command.authorised) refuseUnauthorisable(kind);
      return command.authorised === prescriber.authorised ? [] : [{ type: 'organisations.AuthorisationChanged', data: { prescriberId, authorised: command.authorised } }];
    }
    return decideMembers(command, members, { organisationId: prescriberId, organisationType: 'prescriber' });
  },
};

const refuseUnauthorisable = (kind: string): void => {
  if (kind === UNAUTHORISABLE_KIND) throw new Refusal('organisations/kind-cannot-be-authorised');
};

const check = (prescriber: PrescriberRegistration): void => {
  const problem = prescriber.siret === null ? (prescriber.kind === 'FT' ? null : 'organisations/siret-missing') : siretProblem(prescriber.siret);
  const problems = [
    ...(problem ? [{ field: 'siret', code: problem }] : []),
    ...(PRESCRIBER_KINDS.some(({ code }) => code === prescriber.kind) ? [] : [{ field: 'kind', code: 'organisations/prescriber-kind' }]),
    ...(prescriber.name.trim() ? [] : [{ field: 'name', code: 'organisations/name-missing' }]),
    ...locationProblems(prescriber),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
  if (prescriber.authorised) refuseUnauthorisable(prescriber.kind);
};
