import { afterEach, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventually, keepOpen } from '../../../testing/src/opened.js';
import { added, record, tallyModule, totals } from '../../../testing/src/tally.js';
import { RefusalFilter } from '../api.js';
import { TopicGuard } from '../topics.js';
import { LIVE_LIMITS, LivePlaces } from './live-places.js';

const opened = keepOpen();
/** Whatever happens, nothing stays open. */
const listening = new AbortController();
let server: NestFastifyApplication | undefined;
afterEach(async () => {
  listening.abort();
  await server?.close();
  await opened.closeAll();
});

@Injectable()
class Everybody extends TopicGuard {
  readonly family = 'tally';
  allows() {
    return true;
  }
}

describe('A page that stays open', () => {
  it('is told over HTTP what changed, has its place among so many, and does not keep the server from stopping', async () => {
    const app = await opened.app({ modules: [tallyModule([totals()], Everybody)] });
    server = app.nest.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    server.useGlobalFilters(new RefusalFilter());
    await server.listen(0, '127.0.0.1');
    const at = await server.getUrl();
    const listen = (topics: string, signal = listening.signal) => fetch(`${at}/api/live?topics=${topics}`, { signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]) });
    const response = await listen('tally:a,tally:b');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await record(app.streams, 'a', added('a'));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('"topics"')) text += (await reader.read()).value ?? '';
    expect(text).toContain('event: changed');
    expect(text).toContain('data: {"topics":["tally:a"]}');
    const places = server.get(LivePlaces);
    expect(places.open).toBe(1);
    const waiting = Array.from({ length: LIVE_LIMITS.perAddress - 1 }, () => places.take(null, '127.0.0.1'));
    const refused = await listen('tally:a');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([429, expect.stringContaining('application/json')]);
    for (const leave of waiting) leave();
    const passing = new AbortController();
    expect((await listen('tally:a', passing.signal)).status).toBe(200);
    passing.abort();
    await eventually(async () => places.open === 1);
    await server.close();
    expect((await reader.read().catch(() => ({ done: true }))).done).toBe(true);
  }, 30_000);
});
