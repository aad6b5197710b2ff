import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

const AROUND = 4;
/** A number, or the gap before it. */
type Step = { readonly page: number; readonly gap: boolean };

/** Numbered pages whose number lives in the address: the first, the last, and four around the current one. An address beyond the end of a list that holds something leads to the last page. */
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
            @if (step.gap) { <li><span class="fr-pagination__link" aria-hidden="true">…</span></li> }
            @if (n === page()) {
              <li><a class="fr-pagination__link" aria-current="page" [attr.title]="'Page ' + n">{{ n }}</a></li>
            } @else {
              <li><a class="fr-pagination__link" [routerLink]="[]" [queryParams]="{ page: n }" queryParamsHandling="merge" [attr.title]="'Page ' + n">{{ n }}</a></li>
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
    const shown = Array.from({ length: last }, (_, i) => i + 1).filter((n) => n === 1 || n === last || Math.abs(n - page) <= AROUND);
    return shown.map((n, i) => ({ page: n, gap: i > 0 && n - (shown[i - 1] ?? n) > 1 }));
  });

  constructor() {
    const router = inject(Router);
    effect(() => {
      const last = this.last();
      if (this.total() > 0 && this.page() > last) void router.navigate([], { queryParams: { page: last > 1 ? last : null }, queryParamsHandling: 'merge', replaceUrl: true });
    });
  }
}
