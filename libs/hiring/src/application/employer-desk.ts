import { Injectable } from '@nestjs/common';
import { type CommandContext, type Day, derivedId, type Id, NotFound, type Receipt, Streams } from '#kernel';
import { IdentityCommands } from '#identity';
import { application, type EmployerCommand } from '../domain/application.decider.js';
import { type ApplicationEvent, applicationStream } from '../domain/application.state.js';
import { wroteBy } from './receipts.js';

export interface Answer {
  readonly kind: `application-${'answer' | 'private-answer' | 'comment' | 'contract-details'}`;
  readonly text: string | null;
}

export const answerId = (command: Id, { kind, text }: Answer): Id | null => (text?.trim() ? derivedId(command, kind) : null);

/** What an employer decides on an application, and the words that go with it: those the decision names are kept in the vault, once it is known to be possible. */
@Injectable()
export class EmployerDesk {
  constructor(
    private readonly streams: Streams,
    private readonly vault: IdentityCommands,
  ) {}

  async decide(applicationId: Id, command: EmployerCommand, context: CommandContext, answers: readonly Answer[] = []): Promise<Receipt> {
    const stream = applicationStream(applicationId);
    const events = await this.streams.events(stream);
    if (!wroteBy(events, context.command)) {
      const state = (events as readonly ApplicationEvent[]).reduce(application.evolve, application.initial);
      if (!state) throw new NotFound('hiring/unknown-application');
      const named = new Set(application.decide(command, state).flatMap(({ data }): unknown[] => Object.values(data)));
      const told = answers.filter((answer) => named.has(answerId(context.command, answer)));
      await this.keep(state.place.candidateId, context, told);
    }
    return this.streams.handle(stream, application, command, context);
  }

  /** Its words are forgotten once removing it is known to be possible, and before it is told: removed, nobody can read them. */
  async removeComment(applicationId: Id, commentId: Id, today: Day, context: CommandContext): Promise<Receipt> {
    const stream = applicationStream(applicationId);
    const command = { do: 'removeComment', commentId, actor: context.actor, today } as const;
    const events = await this.streams.events(stream);
    if (!wroteBy(events, context.command)) {
      const state = (events as readonly ApplicationEvent[]).reduce(application.evolve, application.initial);
      application.decide(command, state);
      await this.vault.forgetText({ id: commentId, person: state!.place.candidateId });
    }
    return this.streams.handle(stream, application, command, context);
  }

  async keep(person: Id, context: CommandContext, answers: readonly Answer[]): Promise<void> {
    for (const answer of answers) {
      const id = answerId(context.command, answer);
      if (id) await this.vault.keepText({ id, person, kind: answer.kind, text: answer.text!.trim() }, context);
    }
  }
}
