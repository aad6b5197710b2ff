import { computed, effect, signal, type Signal } from '@angular/core';

/** A refused stream is asked for again after this long, then twice as long, up to the longest: the browser itself only goes on with one that had begun. */
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 15 * 60_000;

/**
 * Listens to the server while the page is open; counts announcements that something shown has changed. Without a stream the page works, and changes when reloaded.
 * Topics are identifiers only: no personal data ever travels in this address. Those that `shown` takes, the page shows by itself: they are not counted.
 */
export function liveChanges(topics: () => readonly string[], shown: (topic: string) => boolean = () => false): Signal<number> {
  const changes = signal(0);
  const asked = computed(() => topics().join(' '));
  effect((onCleanup) => {
    const wanted = asked().split(' ').filter(Boolean);
    if (!wanted.length || typeof EventSource === 'undefined') return;
    const changed = (event: MessageEvent<string>) => {
      const heard = topicsOf(event);
      if (!heard.length || heard.filter((topic) => !shown(topic)).length) changes.update((n) => n + 1);
    };
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = FIRST_WAIT;
    const listen = () => {
      source = new EventSource(`/api/live?topics=${wanted.map(encodeURIComponent).join(',')}`);
      source.addEventListener('changed', changed);
      source.onopen = () => (wait = FIRST_WAIT);
      source.onerror = () => {
        if (source.readyState !== EventSource.CLOSED) return;
        // Not all the pages of an office at the same moment.
        timer = setTimeout(listen, wait * (0.5 + Math.random() / 2));
        wait = Math.min(wait * 2, LONGEST_WAIT);
      };
    };
    listen();
    onCleanup(() => {
      clearTimeout(timer);
      source.close();
    });
  });
  return changes;
}

/** Those an announcement names; none when it does not say. */
function topicsOf({ data }: MessageEvent<string>): readonly string[] {
  try {
    return (JSON.parse(data) as { topics?: readonly string[] }).topics ?? [];
  } catch {
    return [];
  }
}
