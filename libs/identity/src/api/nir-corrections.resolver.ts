import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, FieldRefusal, type Id, isId, NotFound, type Receipt, ReadModels, rowNow, Streams } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { HandleNirCorrection } from '../application/handle-nir-correction.js';
import { nirCorrectionStream } from '../domain/nir-correction.state.js';
import { type NirCorrectionRow, nirCorrections } from '../projections/nir-correction.js';
import { CORRECTIONS_PAGE, NirCorrectionLists } from '../projections/nir-correction-lists.js';
import { NirCorrections } from '../projections/nir-corrections.js';
import { commandId } from './command-id.js';
import { correctionView, lineView, NirCorrectionPageView, NirCorrectionView } from './nir-correction.views.js';

const onId = { type: () => ID };

/** The team's side: requests about numbers, one opened, accepted or refused [emplois/CAN-27]. */
@RequiresRole('staff')
@Resolver()
export class NirCorrectionsResolver {
  constructor(
    private readonly lists: NirCorrectionLists,
    private readonly corrections: NirCorrections,
    private readonly handling: HandleNirCorrection,
    private readonly readModels: ReadModels,
    private readonly streams: Streams,
  ) {}

  @Query(() => NirCorrectionPageView, { description: 'Those pending, the oldest first, or those handled, the latest first; without the numbers.' })
  async nirCorrections(
    @Args('state', { type: () => String, nullable: true, defaultValue: 'pending', description: 'pending or handled.' }) state: string | null,
    @Args('page', { type: () => Int, nullable: true, defaultValue: 1 }) asked: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<NirCorrectionPageView> {
    const wanted = state ?? 'pending';
    if (wanted !== 'pending' && wanted !== 'handled') throw new FieldRefusal('state', 'identity/nir-correction-state');
    const page = Math.max(1, asked ?? 1);
    const { total, rows } = await this.lists.page(wanted, page);
    return { total, page, pageSize: CORRECTIONS_PAGE, items: (await this.corrections.lines(rows, actor)).map(lineView) };
  }

  @Query(() => NirCorrectionView, { nullable: true, description: 'With the numbers: the reading is recorded.' })
  async nirCorrection(@Args('id', onId) id: Id, @CurrentActor() actor: Actor): Promise<NirCorrectionView | null> {
    const row = isId(id) ? await this.lists.one(id) : null;
    return row && correctionView(await this.corrections.open(row, actor), false);
  }

  @Mutation(() => NirCorrectionView, { description: 'The number on file becomes the one asked for.' })
  async acceptNirCorrection(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NirCorrectionView> {
    const request = await this.wanted(id);
    return this.handled(request, await this.handling.accept(request, { command: commandId(command), actor }), actor);
  }

  @Mutation(() => NirCorrectionView, { description: 'With an explanation that whoever asked will read.' })
  async refuseNirCorrection(
    @Args('id', onId) id: Id,
    @Args('explanation', { type: () => String }) explanation: string,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<NirCorrectionView> {
    const request = await this.wanted(id);
    return this.handled(request, await this.handling.refuse(request, explanation, { command: commandId(command), actor }), actor);
  }

  private async wanted(requestId: Id): Promise<{ readonly candidateId: Id; readonly requestId: Id }> {
    const row = isId(requestId) ? await this.lists.one(requestId) : null;
    if (!row) throw new NotFound('identity/nir-correction-unknown');
    return { candidateId: row.candidateId, requestId };
  }

  private async handled({ candidateId, requestId }: { readonly candidateId: Id; readonly requestId: Id }, receipt: Receipt, actor: Actor): Promise<NirCorrectionView> {
    const caughtUp = await this.readModels.caughtUp(receipt, ['identity.nir-correction', 'identity.candidate', 'identity.candidate-check']);
    const row = await rowNow<NirCorrectionRow>(this.streams, nirCorrections, requestId, nirCorrectionStream(candidateId));
    return correctionView(await this.corrections.open(row!, actor), !caughtUp);
  }
}
