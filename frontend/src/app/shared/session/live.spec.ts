import { provideZonelessChangeDetection, type Signal, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { liveChanges } from './live';

class Stream {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 0;
  onopen = () => undefined as unknown;
  onerror = () => undefined as unknown;
  changed = (_: unknown) => undefined as unknown;
  constructor(readonly url: string) {
    Stream.opened.push(this);
  }
  addEventListener(name: string, heard: (event: unknown) => void) {
    if (name === 'changed') this.changed = heard;
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  refuse() {
    this.close();
    this.onerror();
  }
}
const last = () => Stream.opened.at(-1)!;

describe('a page that listens', () => {
  const topics = signal<readonly string[]>(['figures']);
  let changes: Signal<number>;
  let shown: string[] = [];
  beforeEach(() => {
    jest.useFakeTimers();
    Stream.opened = [];
    shown = [];
    topics.set(['figures']);
    (globalThis as { EventSource?: unknown }).EventSource = Stream;
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    changes = TestBed.runInInjectionContext(() => liveChanges(topics, (topic) => topic === 'comments:a' && shown.push(topic) > 0));
    TestBed.tick();
  });
  afterEach(() => {
    delete (globalThis as { EventSource?: unknown }).EventSource;
    jest.useRealTimers();
  });
  const after = (ms: number) => {
    jest.advanceTimersByTime(ms);
    return Stream.opened.length;
  };

  it('counts what it hears, and lets the browser go on with a stream that was cut', () => {
    last().changed({ data: '' });
    expect(changes()).toBe(1);
    last().onerror();
    expect(after(3_600_000)).toBe(1);
  });

  it('leaves to the page what it shows by itself, and counts the rest', () => {
    const say = (...topics: string[]) => last().changed({ data: JSON.stringify({ topics }) });
    say('comments:a');
    expect([shown, changes()]).toEqual([['comments:a'], 0]);
    say('candidate:b', 'comments:a');
    expect([shown.length, changes()]).toEqual([2, 1]);
  });

  it('goes on listening when the page asks for the same again', () => {
    topics.set(['figures']);
    TestBed.tick();
    expect(Stream.opened).toHaveLength(1);
  });

  it('asks again for a refused stream only after a while, less and less often, without saying that something changed', () => {
    last().refuse();
    expect(after(14_000)).toBe(1);
    expect(after(16_000)).toBe(2);
    last().refuse();
    expect(after(29_000)).toBe(2);
    expect(after(31_000)).toBe(3);
    for (let n = 0; n < 10; n++) {
      last().refuse();
      after(15 * 60_000);
    }
    last().refuse();
    const before = Stream.opened.length;
    expect(after(7 * 60_000)).toBe(before);
    expect(changes()).toBe(0);
    after(8 * 60_000);
    last().onopen();
    last().refuse();
    expect(after(30_000)).toBe(before + 2);
  });

  it('stops asking once the page looks at something else', () => {
    last().refuse();
    topics.set([]);
    TestBed.tick();
    expect(after(3_600_000)).toBe(1);
  });
});
