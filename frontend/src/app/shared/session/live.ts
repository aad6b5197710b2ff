import { effect, signal, type Signal } from '@angular/core';

/**
 * Listens to the server while the page is open; counts announcements that something shown has changed.
 * Topics are identifiers only: no personal data ever travels in this address.
 */
export function liveChanges(topics: () => readonly string[]): Signal<number> {
  const changes = signal(0);
  effect((onCleanup) => {
    const wanted = topics();
    if (!wanted.length || typeof EventSource === 'undefined') return;
    const source = new EventSource(`/api/live?topics=${wanted.map(encodeURIComponent).join(',')}`);
    const changed = () => changes.update((n) => n + 1);
    source.addEventListener('change', changed);
    source.addEventListener('changed', changed);
    source.onmessage = changed;
    onCleanup(() => source.close());
  });
  return changes;
}
