import { type Decider, type DomainEvent, type Id, Refusal } from '#kernel';
import type { OrganisationsEvent } from '../contract.js';

export type SiretEvent = Extract<OrganisationsEvent, DomainEvent<'organisations.SiretReserved' | 'organisations.SiretConfirmed' | 'organisations.SiretReleased'>>;

export type SiretCommand =
  /** `now` and `until` are ISO instants. */
  | { readonly kind: 'reserve'; readonly siret: string; readonly organisationKind: string; readonly owner: Id; readonly now: string; readonly until: string }
  | { readonly kind: 'confirm' | 'release'; readonly owner: Id };

export interface SiretState {
  readonly siret: string;
  readonly kind: string;
  readonly owner: Id | null;
  readonly until: string;
  readonly confirmed: boolean;
}

/** One SIRET and kind, one organisation. A reservation whose organisation never came to be lapses. */
export const siretDecider: Decider<SiretState, SiretCommand, SiretEvent> = {
  initial: { siret: '', kind: '', owner: null, until: '', confirmed: false },
  evolve(state, event) {
    if (event.type === 'organisations.SiretReserved') return { ...event.data, confirmed: false };
    if (event.type === 'organisations.SiretConfirmed') return { ...state, confirmed: true };
    return { ...state, owner: null, confirmed: false };
  },
  decide(command, state) {
    if (command.kind === 'reserve') {
      const { siret, organisationKind: kind, owner, now, until } = command;
      if (state.owner === owner) return [];
      if (state.owner && (state.confirmed || state.until > now)) throw new Refusal('organisations/siret-taken', { siret, kind });
      return [{ type: 'organisations.SiretReserved', data: { siret, kind, owner, until } }];
    }
    if (state.owner !== command.owner) throw new Refusal('organisations/siret-not-reserved');
    const { siret, kind } = state;
    if (command.kind === 'release') return [{ type: 'organisations.SiretReleased', data: { siret, kind, owner: command.owner } }];
    return state.confirmed ? [] : [{ type: 'organisations.SiretConfirmed', data: { siret, kind, owner: command.owner } }];
  },
};
