import { describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import type { Config } from '../config.js';
import type { RuntimeSnapshot, RuntimeStatus } from '#kernel/runtime/status';
import { Health } from './health.js';
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

describe('the state of the platform', () => {
  const projection = { name: 'hiring.application', version: 1, position: 9, lag: 0, parked: 0, state: 'live' as const };
  const parked = { projection: 'policy:hiring.obsolete', key: 'a', position: 3, error: 'Error', since: '2026-03-10T09:00:00.000Z', later: 0 };
  const sound = { store: 'postgres', head: 9, working: true, projections: [projection], policies: [], parked: [], refusedCommands: [] } as unknown as RuntimeSnapshot;
  const told = async (snapshot: Promise<RuntimeSnapshot>) => {
    let status = 0;
    const answer = { status: (code: number) => (status = code) } as unknown as FastifyReply;
    const report = await new OpsController(new Health({ snapshot: () => snapshot } as unknown as RuntimeStatus), metrics, {} as Config).healthy(answer);
    return [report.status, status];
  };
  const mail = async (smtpUrl: string | null) => (await new OpsController({ report: () => Promise.resolve({ status: 'ok', projections: [] }) } as unknown as Health, metrics, { smtpUrl } as Config).healthy({ status: () => undefined } as unknown as FastifyReply)).mail;
  const seen = (changes: Partial<RuntimeSnapshot>) => told(Promise.resolve({ ...sound, ...changes }));

  it('is ok when everything is read, however far a rebuild has come', async () => {
    expect(await seen({})).toEqual(['ok', 200]);
    expect(await seen({ projections: [{ ...projection, lag: 5, state: 'rebuilding' }] })).toEqual(['ok', 200]);
  });

  it('is degraded, and goes on serving, when a read model failed or set keys aside, or a policy did', async () => {
    for (const changes of [{ projections: [projection, { ...projection, state: 'failed' as const }] }, { projections: [{ ...projection, parked: 1 }] }, { parked: [parked] }])
      expect(await seen(changes)).toEqual(['degraded', 200]);
  });

  it('says whether mail leaves or waits for a server, and never which server', async () => {
    expect([await mail(null), await mail('smtp://nom:secret@mail.test')]).toEqual(['waits', 'sent']);
  });

  it('is down when the database or the log does not answer', async () => expect(await told(Promise.reject(new Error('gone')))).toEqual(['down', 503]));
});
