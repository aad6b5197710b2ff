import { afterEach, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { keepOpen } from '../../../testing/src/opened.js';
import { added, record, tallyModule, totals } from '../../../testing/src/tally.js';
import { TopicGuard } from '../topics.js';

const opened = keepOpen();
afterEach(opened.closeAll);

@Injectable()
class Everybody extends TopicGuard {
  readonly family = 'tally';
  allows() {
    return true;
  }
}

describe('A page that stays open', () => {
  it('is told over HTTP what changed, and does not keep the server from stopping', async () => {
    const app = await opened.app({ modules: [tallyModule([totals()], Everybody)] });
    const server = app.nest.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await server.listen(0, '127.0.0.1');
    const response = await fetch(`${await server.getUrl()}/api/live?topics=tally:a,tally:b`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await record(app.streams, 'a', added('a'));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('"topics"')) text += (await reader.read()).value ?? '';
    expect(text).toContain('event: changed');
    expect(text).toContain('data: {"topics":["tally:a"]}');
    await server.close();
    expect((await reader.read().catch(() => ({ done: true }))).done).toBe(true);
  }, 30_000);
});
