import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { ACCESS_PAGE, AccessReadings } from '../projections/access-readings.js';
import { AccessLogPageView } from './candidate.views.js';
import { purposeLabel } from './purposes.fr.js';

@Resolver()
export class AccessLogResolver {
  constructor(private readonly readings: AccessReadings) {}

  @RequiresRole('candidate')
  @Query(() => AccessLogPageView, { description: 'Who read my data, newest first.' })
  async accessLog(
    @Args('page', { type: () => Int, nullable: true, defaultValue: 1 }) asked: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<AccessLogPageView> {
    const page = Math.max(1, asked ?? 1);
    const { total, items } = await this.readings.page(actor.id, page);
    return { total, page, pageSize: ACCESS_PAGE, items: items.map((item) => ({ ...item, purposeLabel: purposeLabel(item.purpose) })) };
  }
}
