import { Controller, type MessageEvent, type OnModuleDestroy, Query, Sse, UseGuards } from '@nestjs/common';
import { interval, map, merge, Observable, Subject, takeUntil, timer } from 'rxjs';
import type { Actor } from '../actor.js';
import { CurrentActor, Public } from '../api.js';
import { LiveTopics } from '../topics.js';
import { allowed, SomeTopicAllowed } from './allowed-topics.js';
import { HasPlace } from './live-places.js';
import { Registry } from './registry.js';

const SIGNED_IN_MS = 2_000;
const PUBLIC_MS = 10_000;
/** Proxies cut a connection on which nothing is said. */
const ALIVE_MS = 25_000;
/** The browser then asks again, and rights are looked at again. */
const LIFETIME_MS = 10 * 60_000;

/** What changed within a window becomes one hint; the window's length varies, so that thousands of open pages do not ask at once. */
export const hints = (topics: readonly string[], live: LiveTopics, windowMs: number): Observable<MessageEvent> =>
  new Observable((page) => {
    let changed = new Set<string>();
    let pending: NodeJS.Timeout | null = null;
    const tell = () => {
      pending = null;
      page.next({ type: 'changed', data: { topics: [...changed] } });
      changed = new Set();
    };
    const stop = live.subscribe(topics, (topic) => {
      changed.add(topic);
      pending ??= setTimeout(tell, windowMs * (0.5 + Math.random() / 2));
    });
    return () => {
      stop();
      if (pending) clearTimeout(pending);
    };
  });

/** `GET /api/live?topics=a,b`: server-sent events saying which of the topics have changed. */
@Controller('api')
export class LiveController implements OnModuleDestroy {
  readonly #closing = new Subject<void>();

  constructor(
    private readonly live: LiveTopics,
    private readonly registry: Registry,
  ) {}

  @Public()
  @UseGuards(SomeTopicAllowed, HasPlace)
  @Sse('live')
  async follow(@Query('topics') asked: string | undefined, @CurrentActor() actor: Actor | null): Promise<Observable<MessageEvent>> {
    const topics = await allowed(asked, actor, this.registry.topicGuards);
    const alive = interval(ALIVE_MS).pipe(map((): MessageEvent => ({ type: 'alive', data: '' })));
    return merge(hints(topics, this.live, actor ? SIGNED_IN_MS : PUBLIC_MS), alive).pipe(takeUntil(merge(this.#closing, timer(LIFETIME_MS))));
  }

  /** Open streams would keep the server from closing. */
  onModuleDestroy(): void {
    this.#closing.next();
  }
}
