import { type Decider, type DomainEvent, type Id, InvalidInput, NotFound } from '#kernel';
import { BUYER_KINDS, type Label, SUPPLIER_KINDS } from '#reference';
import type { Location, OrganisationsEvent } from '../contract.js';
import { locationOf, locationProblems } from './location.js';
import { decideMembers, evolveMembers, isMembersEvent, type Members, type MembersCommand, NO_MEMBERS } from './members.js';
import { siretProblem } from './siret.js';

/** Both sides of the marketplace: what they are differs, what is asked of them does not yet. */
export interface TraderRegistration extends Location {
  readonly id: Id;
  readonly siret: string;
  readonly kind: string;
  readonly name: string;
}
export type TraderCommand = { readonly kind: 'register'; readonly trader: TraderRegistration } | MembersCommand;
export interface TraderState {
  readonly id: Id | null;
  readonly members: Members;
}
type BuyerEvent = Extract<OrganisationsEvent, DomainEvent<'organisations.BuyerRegistered' | 'organisations.MemberJoined' | 'organisations.MemberLeft'>>;
type SupplierEvent = Extract<OrganisationsEvent, DomainEvent<'organisations.SupplierRegistered' | 'organisations.MemberJoined' | 'organisations.MemberLeft'>>;
export type TraderEvent = BuyerEvent | SupplierEvent;

const traderDecider = (type: 'buyer' | 'supplier', kinds: readonly Label[]): Decider<TraderState, TraderCommand, TraderEvent> => ({
  initial: { id: null, members: NO_MEMBERS },
  evolve(state, event) {
    if (isMembersEvent(event)) return { ...state, members: evolveMembers(state.members, event) };
    return { ...state, id: event.type === 'organisations.BuyerRegistered' ? event.data.buyerId : event.data.supplierId };
  },
  decide(command, { id, members }) {
    if (command.kind !== 'register') {
      if (!id) throw new NotFound(`organisations/unknown-${type}`);
      return decideMembers(command, members, { organisationId: id, organisationType: type });
    }
    if (id) return [];
    check(command.trader, kinds);
    const { siret, kind, name } = command.trader;
    const data = { siret, kind, name, ...locationOf(command.trader) };
    return [
      type === 'buyer'
        ? { type: 'organisations.BuyerRegistered', data: { buyerId: command.trader.id, ...data } }
        : { type: 'organisations.SupplierRegistered', data: { supplierId: command.trader.id, ...data } },
    ];
  },
});

export const buyerDecider = traderDecider('buyer', BUYER_KINDS);
export const supplierDecider = traderDecider('supplier', SUPPLIER_KINDS);

const check = (trader: TraderRegistration, kinds: readonly Label[]): void => {
  const problem = siretProblem(trader.siret);
  const problems = [
    ...(problem ? [{ field: 'siret', code: problem }] : []),
    ...(kinds.some(({ code }) => code === trader.kind) ? [] : [{ field: 'kind', code: 'organisations/trader-kind' }]),
    ...(trader.name.trim() ? [] : [{ field: 'name', code: 'organisations/name-missing' }]),
    ...locationProblems(trader),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
};
