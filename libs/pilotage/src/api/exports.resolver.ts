import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock, type Id, InvalidInput, isId } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { ExportFacts } from '../application/export-facts.js';
import { FiguresScope } from '../application/figures-scope.js';
import { questionOf } from '../domain/question.js';
import { DrillDown } from '../projections/drill-down.js';
import { Exports, EXPORTS_PAGE } from '../projections/exports.js';
import { aboutExport, exportPurposes, purposeLabel } from './exports.fr.js';
import { ExportPurposeView, FactsExportView, RecordedExportPageView } from './exports.types.js';
import { factView } from './fact.view.js';
import { FigureFilter } from './figures.types.js';
import { lookedBehind } from './looked-behind.js';

/** A file holds no more. */
const EXPORT_ROWS = 10_000;

/** Facts leave the platform with a trace: those who see true figures take them, and can read who did. */
@RequiresRole('inspector', 'staff')
@Resolver()
export class ExportsResolver {
  constructor(
    private readonly exporting: ExportFacts,
    private readonly exports: Exports,
    private readonly drill: DrillDown,
    private readonly scope: FiguresScope,
    private readonly clock: Clock,
  ) {}

  @Query(() => [ExportPurposeView])
  exportPurposes(): readonly ExportPurposeView[] {
    return exportPurposes();
  }

  @Mutation(() => FactsExportView, { description: 'The facts behind a figure of one’s territory; the export is recorded before they are handed over.' })
  async exportFacts(
    @Args('indicator', { type: () => String }) id: string,
    @Args('filter', { type: () => FigureFilter }) filter: FigureFilter,
    @Args('part', { type: () => String, nullable: true }) part: string | null | undefined,
    @Args('purpose', { type: () => String }) purpose: string,
    @Args('command', { type: () => ID }) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<FactsExportView> {
    if (!isId(command)) throw new InvalidInput([{ field: 'command', code: 'pilotage/command-shape' }]);
    const looked = lookedBehind(id, part);
    const question = questionOf(filter, await this.scope.of(actor), this.clock.now());
    const facts = question.masked ? [] : await this.drill.behind(looked, question, { limit: EXPORT_ROWS, offset: 0 });
    await this.exporting.record({ indicator: looked.indicator, part: part || null, question, purpose, rows: facts.length }, { command, actor });
    return { facts: facts.map(factView), limit: EXPORT_ROWS };
  }

  @Query(() => RecordedExportPageView, { description: 'Who took facts away, newest first: everybody for the team, one’s own institution for an inspector.' })
  async recordedExports(@Args('page', { type: () => Int, nullable: true }) asked: number | null | undefined, @CurrentActor() actor: Actor): Promise<RecordedExportPageView> {
    const page = Math.max(1, asked ?? 1);
    const { total, items } = await this.exports.page(actor, page);
    return { total, page, pageSize: EXPORTS_PAGE, items: items.map((row) => ({ ...row, organisation: row.of, about: aboutExport(row), purpose: purposeLabel(row.purpose) })) };
  }
}
