import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Inject, NotFoundException, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '#kernel/api';
import type { Config } from '../config.js';
import { CONFIG } from '../tokens.js';
import { Health, type HealthReport } from './health.js';
import { Metrics } from './metrics.js';

const same = (given: string, expected: string) => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};

@Controller()
@Public()
export class OpsController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('api/health')
  async healthy(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport & { readonly mail: 'sent' | 'waits' }> {
    const report = await this.health.report();
    // Another process would be no better off: what is degraded goes on being sent requests.
    void reply.status(report.status === 'down' ? 503 : 200);
    // Without a mail server nothing is lost and nothing leaves.
    return { ...report, mail: this.config.smtpUrl ? 'sent' : 'waits' };
  }

  @Get('metrics')
  async measured(@Headers('authorization') authorization: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { metricsToken, production } = this.config;
    // In production nobody reads them who was not given the token: they tell what the platform does and how much.
    if (metricsToken === null ? production : !same(authorization ?? '', `Bearer ${metricsToken}`)) throw new NotFoundException();
    void reply.type(this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
