import { Query, Resolver } from '@nestjs/graphql';
import { RequiresRole } from '../api.js';
import { SystemHealth } from './health.types.js';
import { RuntimeStatus } from './status.js';

@Resolver(() => SystemHealth)
export class HealthResolver {
  constructor(private readonly status: RuntimeStatus) {}

  @RequiresRole('staff')
  @Query(() => SystemHealth, { description: 'How the read models and the policies are doing: what is behind, set aside or refused.' })
  health(): Promise<SystemHealth> {
    return this.status.snapshot();
  }
}
