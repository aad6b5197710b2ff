import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, derivedId, type Id, InvalidInput, NotFound, type Receipt } from '#kernel';
import { MarketplaceQueries, type MatchCriteria, type SupplierPlace } from '../contract.js';
import { checkCriteria } from '../domain/match-criteria.js';
import { NeedDesk } from './need-desk.js';

/** The team's side of a need. */
@Injectable()
export class ModerationDesk {
  constructor(
    private readonly desk: NeedDesk,
    private readonly suppliers: MarketplaceQueries,
    private readonly clock: Clock,
  ) {}

  /** Who would be matched; nothing is written. */
  async matching(needId: Id, criteria: MatchCriteria): Promise<readonly SupplierPlace[]> {
    const state = await this.desk.state(needId);
    if (!state) throw new NotFound('marketplace/unknown-need');
    checkCriteria(criteria, state.content.place);
    const { wholeFrance, place } = state.content;
    return (await this.suppliers.matching({ criteria, wholeFrance, place })).filter(({ supplierId }) => supplierId !== state.place.buyerId);
  }

  async match(needId: Id, criteria: MatchCriteria, context: CommandContext): Promise<Receipt> {
    const found = (await this.matching(needId, criteria)).map(({ supplierId, supplierKind, supplierDepartment }) => ({ supplierId, supplierKind, supplierDepartment }));
    return this.desk.decide(needId, { do: 'match', criteria, found, ...this.#by(context) }, context);
  }

  /** Only a supplier that can be written to [marche/MATCH-01]. */
  async add(needId: Id, supplierId: Id, context: CommandContext): Promise<Receipt> {
    const supplier = await this.suppliers.reachable(supplierId);
    if (!supplier) throw new InvalidInput([{ field: 'supplierId', code: 'marketplace/supplier-unreachable' }]);
    return this.desk.decide(needId, { do: 'adjust', added: [supplier], withdrawn: [], ...this.#by(context) }, context);
  }

  remove(needId: Id, supplierId: Id, context: CommandContext): Promise<Receipt> {
    return this.desk.decide(needId, { do: 'adjust', added: [], withdrawn: [supplierId], ...this.#by(context) }, context);
  }

  /** How much the need is worth exactly; null when only its bracket is known. */
  setAmount(needId: Id, amount: number | null, context: CommandContext): Promise<Receipt> {
    return this.desk.decide(needId, { do: 'setAmount', amount, ...this.#by(context) }, context);
  }

  validate(needId: Id, context: CommandContext): Promise<Receipt> {
    return this.desk.decide(needId, { do: 'validate', ...this.#by(context) }, context);
  }

  /** Back to its author, or rejected for good, with the team's words. */
  turnDown(what: 'sendBack' | 'reject', needId: Id, text: string, context: CommandContext): Promise<Receipt> {
    const words = text.trim() ? [{ id: derivedId(context.command, 'moderation'), kind: 'need-moderation', text: text.trim() }] : [];
    return this.desk.decide(needId, { do: what, messageId: words[0]?.id ?? null, ...this.#by(context) }, context, words);
  }

  #by({ actor }: CommandContext) {
    return { actor, today: this.clock.today() };
  }
}
