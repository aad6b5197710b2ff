import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Clock, type Id } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { ExportApplications } from '../../application/export-applications.js';
import { ApplicationLists, EXPORT_ROWS } from '../../projections/application-lists.js';
import { commandOf } from '../inputs.js';
import { ApplicationFilter, filterOf, filtersUsed, orderOf } from '../list.inputs.js';
import { ApplicationsExportView } from './export.view.js';
import { ExportedRows } from './exported-rows.js';

/** A list leaves the platform as a file: the same rows and the same names as on the page, and a trace [emplois/VIS-5]. */
@Resolver()
export class ExportResolver {
  constructor(
    private readonly lists: ApplicationLists,
    private readonly exported: ExportedRows,
    private readonly exporting: ExportApplications,
    private readonly clock: Clock,
  ) {}

  @RequiresRole('employer', 'prescriber')
  @Mutation(() => ApplicationsExportView, { description: 'The applications `applications` would list, from the first on; the export is recorded before they are handed over.' })
  async exportApplications(
    @Args('filter', { type: () => ApplicationFilter, nullable: true }) filter: ApplicationFilter | null,
    @Args('order', { type: () => String, nullable: true }) order: string | null,
    @Args('command', { type: () => ID }) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationsExportView> {
    const context = commandOf(command, actor);
    const asked = filterOf(filter);
    const { total, rows } = await this.lists.toExport(actor, { ...asked, order: orderOf(order ?? null) }, this.clock.today());
    const lines = await this.exported.of(rows, actor);
    await this.exporting.record({ box: asked.box, filters: filtersUsed(asked), ids: rows.map(({ id }) => id) }, context);
    return { rows: lines, total, limit: EXPORT_ROWS };
  }
}
