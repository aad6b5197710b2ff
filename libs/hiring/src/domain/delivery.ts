import { type Day, FieldRefusal, type Id, Refusal } from '#kernel';
import type { HirePass } from '../contract.js';
import type { ApplicationEvent, PendingAcceptance, Submitted } from './application.state.js';

/** The person's stream gave the PASS that staff decided to deliver. */
export interface DeliverPass {
  readonly do: 'deliverPass';
  readonly pass: HirePass;
  readonly today: Day;
}
/** Staff could not tell who the person is, or found that no PASS is due. */
export interface RefuseDelivery {
  readonly do: 'refuseDelivery';
  readonly explanationId: Id | null;
  readonly today: Day;
}

/** The terms of the hire that waits for its PASS; delivering and refusing are each done once, for ever [emplois/ACP-10]. */
export const awaitedBy = (state: Submitted): PendingAcceptance => {
  if (state.status !== 'accepted' || !state.toDeliver) throw new Refusal('hiring/no-pass-to-deliver');
  return state.toDeliver;
};

export const deliverPass = ({ pass, today }: DeliverPass, state: Submitted): readonly ApplicationEvent[] => {
  awaitedBy(state);
  return [{ type: 'hiring.PassDelivered', data: { ...state.place, pass, on: today } }];
};

export const refuseDelivery = ({ explanationId, today }: RefuseDelivery, state: Submitted): readonly ApplicationEvent[] => {
  awaitedBy(state);
  if (explanationId === null) throw new FieldRefusal('explanation', 'hiring/explanation-required');
  return [{ type: 'hiring.PassDeliveryRefused', data: { ...state.place, explanationId, on: today } }];
};
