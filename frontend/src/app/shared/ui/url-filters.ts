import { computed, inject, linkedSignal, type Signal, type WritableSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

type Value = string | readonly string[];
type Values = Readonly<Record<string, Value>>;
type Widened<D extends Values> = { readonly [K in keyof D]: D[K] extends string ? string : readonly string[] };
type Drafts<D extends Values> = { readonly [K in keyof D]: WritableSignal<Widened<D>[K]> };

export interface UrlFilters<D extends Values> {
  /** What the address asks for: the page reads its data with this. */
  readonly asked: Signal<Widened<D>>;
  /** What the form shows, not applied yet: one writable signal per filter, for [(value)]. */
  readonly draft: Drafts<D>;
  /** The page number of the address, from 1. */
  readonly page: Signal<number>;
  /** True when at least one filter differs from its default. */
  readonly active: Signal<boolean>;
  apply(event?: Event): void;
  clear(): void;
}

const same = (a: Value | undefined, b: Value | undefined): boolean => String(a) === String(b);

/**
 * Filters that live in the address, so that a list can be sent, bookmarked and gone back to. A filter at its default is left out;
 * applying goes back to page 1. Never put a person's name in one: addresses are kept in histories and logs.
 */
export function urlFilters<const D extends Values>(defaults: D): UrlFilters<D> {
  const router = inject(Router);
  const query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  const names = Object.keys(defaults);
  const read = (name: string): Value => {
    const given = query().get(name);
    const fallback = defaults[name] ?? '';
    if (given === null) return fallback;
    return typeof fallback === 'string' ? given : given.split(',').filter(Boolean);
  };
  const asked = computed(() => Object.fromEntries(names.map((name) => [name, read(name)])), { equal: (a, b) => names.every((name) => same(a[name], b[name])) });
  const draft = Object.fromEntries(names.map((name) => [name, linkedSignal(() => asked()[name] ?? '')]));
  const go = (values: Values): void => {
    const params = names.map((name) => [name, same(values[name], defaults[name]) ? null : String(values[name])]);
    void router.navigate([], { queryParams: { ...Object.fromEntries(params), page: null }, queryParamsHandling: 'merge' });
  };
  return {
    asked: asked as Signal<Widened<D>>,
    draft: draft as Drafts<D>,
    page: computed(() => Math.max(1, Math.trunc(Number(query().get('page') ?? 1)) || 1)),
    active: computed(() => names.some((name) => !same(asked()[name], defaults[name]))),
    apply: (event) => {
      event?.preventDefault();
      go(Object.fromEntries(names.map((name) => [name, draft[name]?.() ?? ''])));
    },
    clear: () => {
      // A draft that was never applied is forgotten too, even when the address does not change.
      for (const name of names) draft[name]?.set(defaults[name] ?? '');
      go(defaults);
    },
  };
}
