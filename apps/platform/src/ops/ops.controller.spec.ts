import { describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import type { Config } from '../config.js';
import type { Health } from './health.js';
import type { Metrics } from './metrics.js';
import { OpsController } from './ops.controller.js';

const metrics = { registry: { contentType: 'text/plain', metrics: () => Promise.resolve('measured') } } as unknown as Metrics;
const reply = { type: () => reply } as unknown as FastifyReply;
const asked = (config: Pick<Config, 'production' | 'metricsToken'>, authorization?: string) =>
  new OpsController({} as Health, metrics, config as Config).measured(authorization, reply).catch((error: Error) => error.name);

describe('what is measured', () => {
  it('is for whoever has the token', async () => {
    const config = { production: true, metricsToken: 'secret' };
    expect(await asked(config, 'Bearer secret')).toBe('measured');
    for (const given of [undefined, 'Bearer secre', 'Bearer secret2', 'secret']) expect([given, await asked(config, given)]).toEqual([given, 'NotFoundException']);
  });

  it('is for nobody in production without a token, and for everybody elsewhere', async () => {
    expect(await asked({ production: true, metricsToken: null })).toBe('NotFoundException');
    expect(await asked({ production: false, metricsToken: null })).toBe('measured');
  });
});
