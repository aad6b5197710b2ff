import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type CommandContext, derivedId, type Id, InvalidInput, NotFound, type Receipt, Refusal, Streams } from '#kernel';
import { candidate, candidateStream } from '../domain/candidate.decider.js';
import { type CandidateFile, changedFields, dimensionsOf, numbersOf } from '../domain/candidate-file.js';
import { type CandidateInput, readCandidate, withNir } from '../domain/candidate-input.js';
import { normaliseNir } from '../domain/nir.js';
import { mayAttachNir, mayChangeSignInEmail, mayEdit } from '../domain/rights.js';
import { AccountsTable } from '../vault/accounts-table.js';
import { type Person, twinValue } from '../vault/person.js';
import { Taken, Vault } from '../vault/vault.js';

export interface CandidateWritten {
  readonly candidateId: Id;
  readonly receipt: Receipt;
}

const TAKEN = { nir: 'identity/nir-taken', email: 'identity/email-taken' } as const;
const taken = (error: unknown): unknown =>
  error instanceof Taken ? new InvalidInput([{ field: error.kind, code: TAKEN[error.kind] }]) : error;

/** Registers candidates and changes their files: vault first, event second, confirmation last; `UnfinishedWrites` ends what a crash left in between. */
@Injectable()
export class Candidates {
  constructor(
    private readonly vault: Vault,
    private readonly accounts: AccountsTable,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput; Refusal `identity/perhaps-duplicate` unless it is confirmed to be somebody else */
  async register(input: CandidateInput, confirmNotDuplicate: boolean, context: CommandContext): Promise<CandidateWritten> {
    const candidateId = derivedId('candidate', context.command);
    const today = this.clock.today();
    const known = await this.vault.read<CandidateFile>(candidateId);
    const file = known?.document ?? readCandidate(input, { today, thirdParty: context.actor.id !== candidateId });
    if (!known) {
      if (!confirmNotDuplicate) await this.refuseTwins(file, candidateId);
      await this.reserve(candidateId, file, context);
    }
    const facts = { ...dimensionsOf(file, today), ...numbersOf(file) };
    const receipt = await this.streams.handle(candidateStream(candidateId), candidate, { type: 'register', candidateId, facts }, context);
    // The reservation may have been swept while the log was slow to answer.
    if (!(await this.vault.confirm(candidateId))) {
      await this.reserve(candidateId, file, context);
      await this.vault.confirm(candidateId);
    }
    return { candidateId, receipt };
  }

  /** @throws InvalidInput, Refusal */
  async update(candidateId: Id, input: CandidateInput, context: CommandContext): Promise<CandidateWritten> {
    return this.rewrite(candidateId, context, (before) => this.revised(before, input, context.actor));
  }

  /** Completes a file found without a number [emplois/CAN-24]. @throws InvalidInput, Refusal */
  async attachNir(candidateId: Id, nir: string, context: CommandContext): Promise<CandidateWritten> {
    if (!mayAttachNir(context.actor)) throw new Refusal('identity/nir-not-for-orienters');
    return this.rewrite(candidateId, context, (before) => {
      if (before.nir && before.nir !== normaliseNir(nir)) throw new InvalidInput([{ field: 'nir', code: 'identity/nir-read-only' }]);
      return before.nir ? before : withNir(before, nir);
    });
  }

  /** The number that the team found to be right takes the place of the one on file [emplois/CAN-27]. @throws InvalidInput, Refusal */
  async correctNir(candidateId: Id, nir: string, context: CommandContext): Promise<CandidateWritten> {
    return this.rewrite(candidateId, context, (before) => withNir(before, nir));
  }

  /** Somebody who may correct the file says that nothing has to be. @throws Refusal */
  async confirm(candidateId: Id, context: CommandContext): Promise<CandidateWritten> {
    const person = await this.vault.read<CandidateFile>(candidateId);
    if (person?.kind !== 'candidate') throw new NotFound('identity/candidate-unknown');
    if (!mayEdit(context.actor, person)) throw new Refusal('identity/not-your-candidate');
    const receipt = await this.streams.handle(candidateStream(candidateId), candidate, { type: 'confirm', candidateId }, context);
    return { candidateId, receipt };
  }

  private async rewrite(
    candidateId: Id,
    context: CommandContext,
    revise: (before: CandidateFile) => CandidateFile,
  ): Promise<CandidateWritten> {
    for (let attempt = 0; attempt < 5; attempt++) {
      const person = await this.vault.read<CandidateFile>(candidateId);
      if (person?.kind !== 'candidate') throw new NotFound('identity/candidate-unknown');
      if (!mayEdit(context.actor, person)) throw new Refusal('identity/not-your-candidate');
      if (person.command === context.command) return { candidateId, receipt: await this.announce(person, context) };
      const file = revise(person.document);
      const fields = changedFields(person.document, file);
      if (fields.includes('email')) await this.keepSignInEmail(candidateId, context);
      if (fields.length === 0) return { candidateId, receipt: { command: context.command, entries: [] } };
      // Written or overtaken, the next turn finds out from what is kept.
      await this.change(person, file, fields, context);
    }
    throw new Refusal('identity/file-busy');
  }

  /** Says the last version of a file in the log; saying it again changes nothing. */
  async announce(person: Person<CandidateFile>, context: CommandContext): Promise<Receipt> {
    const { id: candidateId, document, fields } = person;
    const facts = { ...dimensionsOf(document, this.clock.today()), ...numbersOf(document) };
    const receipt = await this.streams.handle(
      candidateStream(candidateId),
      candidate,
      { type: 'change', candidateId, fields, facts },
      context,
    );
    await this.vault.confirmVersion(person);
    return receipt;
  }

  /** The same form sent twice at once may meet itself. */
  private async refuseTwins(file: CandidateFile, candidateId: Id): Promise<void> {
    const twins = (await this.vault.find('twin', twinValue(file))).filter((id) => id !== candidateId);
    if (twins.length > 0) throw new Refusal('identity/perhaps-duplicate', { candidates: twins });
  }

  private async reserve(id: Id, document: CandidateFile, { actor: by, command, occurred }: CommandContext): Promise<void> {
    try {
      await this.vault.reserve({ id, kind: 'candidate', document, by, command, at: occurred ?? new Date(this.clock.now()).toISOString() });
    } catch (error) {
      throw taken(error);
    }
  }

  private async keepSignInEmail(id: Id, { actor }: CommandContext): Promise<void> {
    if (mayChangeSignInEmail(actor, { id }) || !(await this.accounts.of(id))?.password) return;
    throw new InvalidInput([{ field: 'email', code: 'identity/email-signs-in' }]);
  }

  /** A known NIR stays, whoever writes: it changes by a request that the team accepts [emplois/CAN-27]. */
  private revised(before: CandidateFile, input: CandidateInput, actor: Actor): CandidateFile {
    const thirdParty = actor.role !== 'candidate';
    const typed = input.nir ? normaliseNir(input.nir) : '';
    if (before.nir && typed && typed !== before.nir) throw new InvalidInput([{ field: 'nir', code: 'identity/nir-read-only' }]);
    // The rights to a file that lacks its number are those of completing it, whichever form it comes from.
    if (!before.nir && typed && actor.role === 'prescriber' && !mayAttachNir(actor))
      throw new InvalidInput([{ field: 'nir', code: 'identity/nir-not-for-orienters' }]);
    const file = readCandidate({ ...input, nir: before.nir ?? input.nir }, { today: this.clock.today(), thirdParty });
    const moved = changedFields({ a: before.address, i: before.insee }, { a: file.address, i: file.insee }).length > 0;
    return moved
      ? file
      : { ...file, ...(before.qpv === undefined ? {} : { qpv: before.qpv }), ...(before.zrr === undefined ? {} : { zrr: before.zrr }) };
  }

  private async change(
    person: Person<CandidateFile>,
    document: CandidateFile,
    fields: readonly string[],
    context: CommandContext,
  ): Promise<void> {
    const at = context.occurred ?? new Date(this.clock.now()).toISOString();
    try {
      await this.vault.change({
        id: person.id,
        version: person.version,
        document,
        fields,
        by: context.actor,
        command: context.command,
        at,
      });
    } catch (error) {
      throw taken(error);
    }
  }
}
