import { type Actor, type Day, type Decider, FieldRefusal, type Id, NotFound } from '#kernel';
import {
  accept,
  type Accept,
  requestAcceptance,
  type RequestAcceptance,
  requireOwn,
  withdrawAcceptance,
  type WithdrawAcceptance,
} from './acceptance.js';
import { type Application, type ApplicationEvent, evolve, type Submitted } from './application.state.js';
import { deliverPass, type DeliverPass, refuseDelivery, type RefuseDelivery } from './delivery.js';
import { archive, type Archive } from './archive.js';
import { archiveAutomatically, type ArchiveAutomatically } from './automatic-archive.js';
import { lapseAcceptance, type LapseAcceptance } from './broken-acceptance.js';
import { type AddComment, comment, type RemoveComment } from './comments.js';
import { changeHireDates, type ChangeHireDates } from './hire-dates.js';
import { refuse, type Refuse, refuseAutomatically, type RefuseAutomatically } from './refuse.js';
import { submit, type Submit } from './submit.js';
import { allows, requireTransition } from './transitions.js';

interface ByEmployer {
  readonly actor: Actor;
  readonly today: Day;
}
export type PutUnderStudy = { readonly do: 'putUnderStudy' } & ByEmployer;
export type Postpone = { readonly do: 'postpone'; readonly answerId: Id | null } & ByEmployer;
export type AddToPool = { readonly do: 'addToPool'; readonly answerId: Id | null } & ByEmployer;
export type CancelHire = { readonly do: 'cancelHire' } & ByEmployer;
/** The person was hired through another application. */
export type MakeObsolete = { readonly do: 'makeObsolete'; readonly becauseOf: Id; readonly today: Day };

export type EmployerCommand = PutUnderStudy | Postpone | AddToPool | CancelHire | ChangeHireDates | Archive | AddComment | RemoveComment | Refuse;
export type ApplicationCommand =
  Submit | EmployerCommand | RequestAcceptance | Accept | WithdrawAcceptance | LapseAcceptance | RefuseAutomatically | ArchiveAutomatically | MakeObsolete | DeliverPass | RefuseDelivery;

const move = (command: PutUnderStudy | Postpone | AddToPool | CancelHire, state: Submitted): ApplicationEvent => {
  requireOwn(state, command.actor);
  requireTransition(state.status, command.do);
  const data = { ...state.place, on: command.today };
  switch (command.do) {
    case 'putUnderStudy':
      return { type: 'hiring.ApplicationPutUnderStudy', data };
    case 'postpone':
      if (command.answerId === null) throw new FieldRefusal('answer', 'hiring/answer-required');
      return { type: 'hiring.ApplicationPostponed', data: { ...data, answerId: command.answerId } };
    case 'addToPool':
      return { type: 'hiring.ApplicationAddedToPool', data: { ...data, answerId: command.answerId } };
    case 'cancelHire':
      return { type: 'hiring.HireCancelled', data: { ...data, passId: state.passId } };
  }
};

const makeObsolete = ({ becauseOf, today }: MakeObsolete, { place, status }: Submitted): readonly ApplicationEvent[] =>
  allows(status, 'makeObsolete') && becauseOf !== place.applicationId
    ? [{ type: 'hiring.ApplicationMadeObsolete', data: { ...place, becauseOf, on: today } }]
    : [];

const decide = (command: ApplicationCommand, state: Application): readonly ApplicationEvent[] => {
  if (command.do === 'submit') return submit(command, state);
  if (!state) throw new NotFound('hiring/unknown-application');
  switch (command.do) {
    case 'requestAcceptance':
      return requestAcceptance(command, state);
    case 'accept':
      return accept(command, state);
    case 'withdrawAcceptance':
      return withdrawAcceptance(command, state);
    case 'lapseAcceptance':
      return lapseAcceptance(command, state);
    case 'refuse':
      return refuse(command, state);
    case 'refuseAutomatically':
      return refuseAutomatically(command, state);
    case 'archive':
    case 'unarchive':
      return archive(command, state);
    case 'archiveAutomatically':
      return archiveAutomatically(command, state);
    case 'addComment':
    case 'removeComment':
      return comment(command, state);
    case 'changeHireDates':
      return changeHireDates(command, state);
    case 'makeObsolete':
      return makeObsolete(command, state);
    case 'deliverPass':
      return deliverPass(command, state);
    case 'refuseDelivery':
      return refuseDelivery(command, state);
    default:
      return [move(command, state)];
  }
};

/** Stream `application-<id>`. */
export const application: Decider<Application, ApplicationCommand, ApplicationEvent> = { initial: null, evolve, decide };
