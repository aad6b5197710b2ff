import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Fenced } from './bookkeeping.js';
import { errorCode } from './error-code.js';
import type { Page } from './log-reader.js';
import type { ProjectionTrack } from './projection-track.js';

/** A page that keeps failing for one projection while the others write it: after this many tries it is put out of the way. */
const TRIES = 5;
const isConnectionError = (error: unknown) => /^(08|57P|53|ECONN|EPIPE|ETIMEDOUT)/.test(String((error as { code?: unknown }).code ?? ''));

/** Gives a page to several projections, each in a transaction of its own, and tries again those that could not write it. */
export class PageWriter {
  readonly #log = new Logger('Projections');
  /** Names of tracks put out of the way, with the kind of error. */
  readonly failed = new Map<string, string>();

  constructor(private readonly stop: AbortSignal) {}

  isWorking({ name }: ProjectionTrack): boolean {
    return !this.failed.has(name);
  }

  /** Answers the topics that changed. @throws Fenced */
  async write(tracks: readonly ProjectionTrack[], page: Page): Promise<readonly string[]> {
    const topics = new Set<string>();
    let rest = tracks.filter((track) => this.isWorking(track));
    for (let tries = 1; rest.length > 0 && !this.stop.aborted; tries++) {
      const results = await Promise.allSettled(rest.map((track) => track.apply(page, page.at(-1)!)));
      const failures = rest.flatMap((track, at) => {
        const result = results[at]!;
        if (result.status === 'rejected') return [{ track, error: result.reason as unknown }];
        for (const topic of result.value) topics.add(topic);
        return [];
      });
      const fenced = failures.find(({ error }) => error instanceof Fenced);
      if (fenced) throw fenced.error;
      rest = failures.filter(({ track, error }) => !this.#putAside(track, error, tries)).map(({ track }) => track);
      if (rest.length > 0) await sleep(Math.min(5000, 50 * 2 ** tries), undefined, { signal: this.stop }).catch(() => undefined);
    }
    return [...topics];
  }

  #putAside(track: ProjectionTrack, error: unknown, tries: number): boolean {
    this.#log.error(`${track.name} could not take a page (try ${tries}): ${errorCode(error)}`);
    if (tries < TRIES || isConnectionError(error)) return false;
    this.giveUp(track, error);
    return true;
  }

  /** Puts one out of the way; the others go on. @throws Fenced, and what a lost connection threw */
  giveUp({ name }: ProjectionTrack, error: unknown): void {
    if (error instanceof Fenced || isConnectionError(error)) throw error;
    this.#log.error(`${name} was put out of the way: ${errorCode(error)}`);
    this.failed.set(name, errorCode(error));
  }
}
