import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** Numbered pages whose number lives in the address. */
@Component({
  selector: 'app-pagination',
  imports: [RouterLink],
  template: `
    @if (last() > 1) {
      <nav class="fr-pagination fr-mt-3w" aria-label="Pagination">
        <ul class="fr-pagination__list">
          @if (page() > 1) {
            <li><a class="fr-pagination__link fr-pagination__link--prev" [routerLink]="[]" [queryParams]="{ page: page() - 1 }" queryParamsHandling="merge">Page précédente</a></li>
          }
          @for (n of pages(); track n) {
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
  protected readonly last = computed(() => Math.max(1, Math.ceil(this.total() / Math.max(1, this.pageSize()))));
  protected readonly pages = computed(() => {
    const around = [1, this.page() - 1, this.page(), this.page() + 1, this.last()];
    return [...new Set(around)].filter((n) => n >= 1 && n <= this.last()).sort((a, b) => a - b);
  });
}
