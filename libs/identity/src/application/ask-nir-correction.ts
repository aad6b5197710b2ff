import { Injectable } from '@nestjs/common';
import { type CommandContext, derivedId, type Id, InvalidInput, NotFound, type Receipt, Refusal, Streams } from '#kernel';
import type { CandidateFile } from '../domain/candidate-file.js';
import { type NirCorrectionInput, readNirCorrection } from '../domain/nir-correction-input.js';
import { nirCorrection } from '../domain/nir-correction.decider.js';
import { nirCorrectionStream } from '../domain/nir-correction.state.js';
import { mayEdit } from '../domain/rights.js';
import { CorrectionTexts } from '../vault/correction-texts.js';
import { Vault } from '../vault/vault.js';

const wroteBy = (events: Awaited<ReturnType<Streams['events']>>, command: Id) => events.some(({ meta }) => meta.command === command);

/** Whoever may write in a file asks the team for another number in it [emplois/CAN-27]. */
@Injectable()
export class AskNirCorrection {
  constructor(
    private readonly vault: Vault,
    private readonly texts: CorrectionTexts,
    private readonly streams: Streams,
  ) {}

  /** @throws InvalidInput, Refusal */
  async ask(candidateId: Id, input: NirCorrectionInput, context: CommandContext): Promise<Receipt> {
    const file = await this.fileFor(candidateId, context);
    const stream = nirCorrectionStream(candidateId);
    const idOf = (what: string) => derivedId(context.command, what);
    const [numbersId, justificationId] = [idOf('nir-correction-numbers'), idOf('nir-correction-justification')];
    const command = { do: 'request', candidateId, requestId: idOf('nir-correction'), numbersId, justificationId } as const;
    if (!wroteBy(await this.streams.events(stream), context.command)) {
      nirCorrection.decide(command, (await this.streams.load(stream, nirCorrection)).state);
      const { numbers, justification } = readNirCorrection(file, input);
      if ((await this.vault.find('nir', numbers.to)).length > 0) throw new InvalidInput([{ field: 'nir', code: 'identity/nir-taken' }]);
      const words = [
        { id: numbersId, kind: 'nir-correction-numbers', text: JSON.stringify(numbers) },
        { id: justificationId, kind: 'nir-correction-justification', text: justification },
      ] as const;
      await this.texts.keep(candidateId, words, context);
    }
    try {
      return await this.streams.handle(stream, nirCorrection, command, context);
    } catch (error) {
      // Somebody else asked in between: words that no request names would never be erased.
      if (error instanceof Refusal) await this.texts.forget(candidateId, [numbersId, justificationId]);
      throw error;
    }
  }

  private async fileFor(candidateId: Id, { actor }: CommandContext): Promise<CandidateFile> {
    const person = await this.vault.read<CandidateFile>(candidateId);
    if (person?.kind !== 'candidate') throw new NotFound('identity/candidate-unknown');
    if (mayEdit(actor, person)) return person.document;
    throw actor.role === 'candidate' ? new NotFound('identity/candidate-unknown') : new Refusal('identity/not-your-candidate');
  }
}
