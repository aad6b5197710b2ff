import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Actor, KernelConfig, LiveTopics, TopicGuard } from '#kernel';
import { FiguresScope } from '../application/figures-scope.js';
import { FiguresReader } from '../projections/figures.js';

/** « Something was recorded »: itself news to whoever sees rounded figures only. */
export const FIGURES = 'figures';
/** « A number everybody can read has moved. » */
export const PUBLIC_FIGURES = 'figures:public';
/** The rounded totals are looked at no more often than this. */
const LOOK_EVERY_MS = 3_000;

/** Each fact is told to those who see true figures; the others hear of the steps only. */
@Injectable()
export class FiguresTopic extends TopicGuard {
  readonly family = 'figures';
  constructor(private readonly scope: FiguresScope) {
    super();
  }

  async allows(actor: Actor | null, topic: string): Promise<boolean> {
    if (topic === PUBLIC_FIGURES) return true;
    return topic === FIGURES && (await this.scope.of(actor)) !== null;
  }
}

/** Compares the totals of the month under way with those last shown, and announces the difference. */
@Injectable()
export class PublicFigures implements OnApplicationBootstrap, OnApplicationShutdown {
  #shown: string | null = null;
  #stop: (() => void) | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly reader: FiguresReader,
    private readonly topics: LiveTopics,
    private readonly config: KernelConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'worker') return;
    this.#stop = this.topics.subscribe([FIGURES], () => {
      this.#timer ??= setTimeout(() => void this.look().catch(() => undefined), LOOK_EVERY_MS).unref();
    });
    void this.look().catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.#stop?.();
    if (this.#timer) clearTimeout(this.#timer);
  }

  async look(): Promise<void> {
    this.#timer = null;
    const totals = JSON.stringify(await this.reader.live(await this.reader.freshness()));
    if (this.#shown !== null && this.#shown !== totals) this.topics.announce([PUBLIC_FIGURES]);
    this.#shown = totals;
  }
}
