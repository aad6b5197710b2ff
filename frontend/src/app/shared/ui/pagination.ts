import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

const AROUND = 4;
/** A number, whether a narrow screen leaves it out, and on which screens there is a gap before it. */
type Step = { readonly page: number; readonly far: boolean; readonly gap: 'everywhere' | 'wide' | 'narrow' | null };

/** Numbered pages whose number lives in the address: the first, the last, and four around the current one, which on a phone is alone. An address beyond the end of a list that holds something leads to the last page. */
@Component({
  selector: 'app-pagination',
  imports: [RouterLink],
  template: `
    @if (last() > 1) {
      <nav class="fr-pagination fr-mt-3w" [attr.aria-label]="label()">
        <ul class="fr-pagination__list">
          @if (page() > 1) {
            <li><a class="fr-pagination__link fr-pagination__link--prev" [routerLink]="[]" [queryParams]="{ page: page() - 1 }" queryParamsHandling="merge">Page précédente</a></li>
          }
          @for (step of steps(); track step.page) {
            @let n = step.page;
            @if (step.gap) { <li [class]="step.gap === 'everywhere' ? '' : 'app-only-' + step.gap"><span class="fr-pagination__link" aria-hidden="true">…</span></li> }
            @if (n === page()) {
              <li><a class="fr-pagination__link" aria-current="page" [attr.title]="'Page ' + n">{{ n }}</a></li>
            } @else {
              <li [class.app-only-wide]="step.far"><a class="fr-pagination__link" [routerLink]="[]" [queryParams]="{ page: n }" queryParamsHandling="merge" [attr.title]="'Page ' + n">{{ n }}</a></li>
            }
          }
          @if (page() < last()) {
            <li><a class="fr-pagination__link fr-pagination__link--next" [routerLink]="[]" [queryParams]="{ page: page() + 1 }" queryParamsHandling="merge">Page suivante</a></li>
          }
        </ul>
      </nav>
    }
  `,
})
export class Pagination {
  readonly page = input.required<number>();
  readonly total = input.required<number>();
  readonly pageSize = input.required<number>();
  /** Tells apart the pages of several lists. */
  readonly label = input('Pagination');
  protected readonly last = computed(() => Math.max(1, Math.ceil(this.total() / Math.max(1, this.pageSize()))));
  protected readonly steps = computed<readonly Step[]>(() => {
    const [page, last] = [this.page(), this.last()];
    const within = (around: number) => Array.from({ length: last }, (_, i) => i + 1).filter((n) => n === 1 || n === last || Math.abs(n - page) <= around);
    const [shown, near] = [within(AROUND), within(0)];
    const gapIn = (numbers: readonly number[], n: number) => numbers.indexOf(n) > 0 && !numbers.includes(n - 1);
    return shown.map((n) => {
      const [wide, narrow] = [gapIn(shown, n), gapIn(near, n)];
      return { page: n, far: !near.includes(n), gap: wide && narrow ? 'everywhere' : wide ? 'wide' : narrow ? 'narrow' : null };
    });
  });

  constructor() {
    const router = inject(Router);
    effect(() => {
      const last = this.last();
      if (this.total() > 0 && this.page() > last) void router.navigate([], { queryParams: { page: last > 1 ? last : null }, queryParamsHandling: 'merge', replaceUrl: true });
    });
  }
}
