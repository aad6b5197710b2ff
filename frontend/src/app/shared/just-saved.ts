import { computed, effect, inject, Injectable, signal, type Signal, untracked } from '@angular/core';

const READ_AGAIN_MS = 2000;
const READ_AGAIN_AT_MOST = 15;

/** What this reader saved a moment ago: by the id of what it changed, the mark by which a page knows that it shows it. Ids and dates only. */
@Injectable({ providedIn: 'root' })
export class JustSaved {
  private readonly marks = signal<ReadonlyMap<string, string>>(new Map());

  keep(id: string, mark: string): void {
    this.marks.update((marks) => new Map([...marks, [id, mark]]));
  }

  forget(id: string): void {
    if (this.marks().has(id)) this.marks.update((marks) => new Map([...marks].filter(([kept]) => kept !== id)));
  }

  markOf(id: string): string | null {
    return this.marks().get(id) ?? null;
  }
}

/** Whether something saved is still to be shown by this page; until it is, the page reads again at each hint of the server, and for a while every two seconds. */
export function shownSoon(id: () => string, shows: (mark: string) => boolean, hints: Signal<number>, readAgain: () => void): Signal<boolean> {
  const saved = inject(JustSaved);
  const soon = computed(() => {
    const mark = saved.markOf(id());
    return mark !== null && !shows(mark);
  });
  effect((onCleanup) => {
    if (!soon()) return untracked(() => saved.forget(id()));
    let times = 0;
    const timer = setInterval(() => (times++ < READ_AGAIN_AT_MOST ? readAgain() : clearInterval(timer)), READ_AGAIN_MS);
    onCleanup(() => clearInterval(timer));
  });
  effect(() => {
    if (hints() && untracked(soon)) untracked(readAgain);
  });
  return soon;
}
