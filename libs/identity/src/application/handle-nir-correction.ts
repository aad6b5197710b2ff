import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, Database, derivedId, type Id, InvalidInput, joinReceipts, NotFound, type Receipt, Refusal, Streams } from '#kernel';
import type { CandidateFile } from '../domain/candidate-file.js';
import { readExplanation } from '../domain/nir-correction-input.js';
import { nirCorrection, type NirCorrectionCommand } from '../domain/nir-correction.decider.js';
import { type CorrectionRequest, nirCorrectionStream } from '../domain/nir-correction.state.js';
import { CorrectionTexts } from '../vault/correction-texts.js';
import { Vault } from '../vault/vault.js';
import { Candidates } from './candidates.js';

interface Wanted {
  readonly candidateId: Id;
  readonly requestId: Id;
}

/** The team answers a request about a number: one answer at a time for a person, because the file and the request change together. */
@Injectable()
export class HandleNirCorrection {
  constructor(
    private readonly vault: Vault,
    private readonly texts: CorrectionTexts,
    private readonly candidates: Candidates,
    private readonly streams: Streams,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The file first, which may say no; a request left pending by a crash in between is accepted again. @throws Refusal */
  accept(wanted: Wanted, context: CommandContext): Promise<Receipt> {
    return this.handle({ do: 'accept', ...wanted, today: this.clock.today() }, context, async (request) => {
      const { numbers } = await this.texts.read(wanted.candidateId, request);
      if (!numbers) throw new NotFound('identity/candidate-unknown');
      return (await this.candidates.correctNir(wanted.candidateId, numbers.to, context).catch(asRefusal)).receipt;
    });
  }

  /** @throws InvalidInput, Refusal */
  refuse(wanted: Wanted, typed: string, context: CommandContext): Promise<Receipt> {
    const [text, explanationId] = [readExplanation(typed), derivedId(context.command, 'nir-correction-explanation')];
    return this.handle({ do: 'refuse', ...wanted, explanationId, today: this.clock.today() }, context, async (request) => {
      const { numbers } = await this.texts.read(wanted.candidateId, request);
      const person = await this.vault.read<CandidateFile>(wanted.candidateId);
      if (numbers && person?.document.nir === numbers.to) throw new Refusal('identity/nir-correction-applied');
      await this.texts.keep(wanted.candidateId, [{ id: explanationId, kind: 'nir-correction-explanation', text }], context);
      return null;
    });
  }

  private handle(command: NirCorrectionCommand, context: CommandContext, before: (request: CorrectionRequest) => Promise<Receipt | null>): Promise<Receipt> {
    const stream = nirCorrectionStream(command.candidateId);
    return this.database.transaction(async (sql) => {
      await sql.rows(`select pg_advisory_xact_lock(hashtext($1))`, [stream]);
      const done = (await this.streams.events(stream)).some(({ meta }) => meta.command === context.command);
      if (done) return this.streams.handle(stream, nirCorrection, command, context);
      const { state } = await this.streams.load(stream, nirCorrection);
      nirCorrection.decide(command, state);
      const first = await before(state[command.requestId]!);
      return joinReceipts(context.command, first, await this.streams.handle(stream, nirCorrection, command, context));
    });
  }
}

/** The form that could be corrected was another person's: the reader gets the sentence itself. */
const asRefusal = (error: unknown): never => {
  const code = error instanceof InvalidInput ? error.fields[0]?.code : undefined;
  if (code === undefined) throw error;
  throw new Refusal(code === 'identity/nir-taken' ? 'identity/nir-correction-taken' : code);
};
