import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { actors } from '#testing';
import { LiveTopics, TopicGuard } from '../topics.js';
import { hints, LiveController } from './live.controller.js';
import type { Registry } from './registry.js';

class Hub extends LiveTopics {
  readonly listeners: { topics: readonly string[]; changed: (topic: string) => void }[] = [];
  announce(topics: readonly string[]) {
    for (const listener of this.listeners) for (const topic of topics) if (listener.topics.includes(topic)) listener.changed(topic);
  }
  subscribe(topics: readonly string[], changed: (topic: string) => void) {
    const listener = { topics, changed };
    this.listeners.push(listener);
    return () => void this.listeners.splice(this.listeners.indexOf(listener), 1);
  }
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('Hints to open pages', () => {
  it('gather what changed within a window into one', () => {
    const hub = new Hub();
    const heard: unknown[] = [];
    const page = hints(['figures', 'company:1'], hub, 2000).subscribe(({ data }) => heard.push(data));
    hub.announce(['figures']);
    hub.announce(['figures', 'company:1', 'company:2']);
    expect(heard).toEqual([]);
    jest.advanceTimersByTime(2000);
    expect(heard).toEqual([{ topics: ['figures', 'company:1'] }]);
    hub.announce(['figures']);
    jest.advanceTimersByTime(2000);
    expect(heard).toHaveLength(2);
    page.unsubscribe();
    expect(hub.listeners).toEqual([]);
  });
});

describe('The stream of hints', () => {
  class Companies extends TopicGuard {
    readonly family = 'company';
    allows(actor: { organisation: string | null } | null, topic: string) {
      return actor !== null && topic === `company:${actor.organisation}`;
    }
  }
  class Figures extends TopicGuard {
    readonly family = 'figures';
    allows() {
      return true;
    }
  }
  const controller = (hub: Hub) => new LiveController(hub, { topicGuards: [new Companies(), new Figures()] } as unknown as Registry);
  const employer = actors.employer();

  it('follows only topics the visitor may follow', async () => {
    const hub = new Hub();
    const own = `company:${employer.organisation}`;
    (await controller(hub).follow(`${own},company:other,figures,secrets`, employer)).subscribe();
    expect(hub.listeners[0]!.topics).toEqual([own, 'figures']);
  });

  it('refuses when nothing is left to follow', async () => {
    await expect(controller(new Hub()).follow('company:1,secrets', null)).rejects.toThrow('platform/not-allowed');
    await expect(controller(new Hub()).follow(undefined, employer)).rejects.toThrow('platform/not-allowed');
  });

  it('ends when the server stops, and after a while so that rights are looked at again', async () => {
    const [hub, ended] = [new Hub(), [] as string[]];
    const stopping = controller(hub);
    (await stopping.follow('figures', null)).subscribe({ complete: () => ended.push('stopped') });
    stopping.onModuleDestroy();
    expect(ended).toEqual(['stopped']);
    (await controller(hub).follow('figures', null)).subscribe({ complete: () => ended.push('aged') });
    jest.advanceTimersByTime(10 * 60_000);
    expect(ended).toEqual(['stopped', 'aged']);
    expect(hub.listeners).toEqual([]);
  });
});
