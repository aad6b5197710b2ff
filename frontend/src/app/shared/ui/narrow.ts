import { DestroyRef, inject, type Signal, signal } from '@angular/core';

/** Whether the screen is narrow enough for tables to stack their cells: the same width as in the styles. */
export function narrow(): Signal<boolean> {
  const asked = window.matchMedia?.('(max-width: 48rem)');
  const now = signal(asked?.matches ?? false);
  const follow = () => now.set(asked.matches);
  asked?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => asked?.removeEventListener('change', follow));
  return now;
}
