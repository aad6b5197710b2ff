import { Component, computed, input } from '@angular/core';
import type { GqlError } from '../shared/graphql/errors';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import type { UrlFilters } from '../shared/ui/url-filters';
import { euros, NOT_EUROS } from './euros';

/** By their names in the address. */
export const AMOUNT_FILTERS = { comparaison: 'gte', montant: '' };
type Asked = Readonly<Record<keyof typeof AMOUNT_FILTERS, string>>;

/** The same, as the server calls them; null when no amount is asked. */
export const amountAsked = ({ comparaison, montant }: Asked): { operator: string; amount: number } | 'wrong' | null => {
  if (!montant.trim()) return null;
  const amount = euros(montant);
  return amount === null ? 'wrong' : { operator: comparaison, amount };
};

/** Needs worth at least, at most… so many euros. */
@Component({
  selector: 'app-amount-filter',
  imports: [SelectField, TextField],
  template: `
    <form class="fr-grid-row fr-grid-row--gutters fr-mb-2w" role="search" aria-label="Filtrer par montant" novalidate (submit)="filters().apply($event)">
      <div class="fr-col-12 fr-col-sm-4"><app-select-field label="Montant du besoin" hint="Exact, sinon le haut de sa tranche" [choices]="operators" [(value)]="filters().draft.comparaison" [error]="error()?.field('operator') ?? ''" /></div>
      <div class="fr-col-12 fr-col-sm-4"><app-text-field label="Euros" hint="Entiers, par exemple 12 000" inputmode="numeric" [(value)]="filters().draft.montant" [error]="problem()" /></div>
      <div class="fr-col-12 fr-col-sm-4 app-row">
        <button class="fr-btn fr-btn--secondary">Filtrer par montant</button>
        @if (filters().asked().montant) { <button type="button" class="fr-btn fr-btn--tertiary" (click)="clear()">Tous les montants</button> }
      </div>
    </form>
  `,
})
export class AmountFilter {
  readonly filters = input.required<Pick<UrlFilters<typeof AMOUNT_FILTERS>, 'asked' | 'draft' | 'apply'>>();
  /** What the server said of the question. */
  readonly error = input<GqlError | null>(null);
  protected readonly operators = [{ code: 'gte', label: 'Au moins' }, { code: 'gt', label: 'Plus de' }, { code: 'lte', label: 'Au plus' }, { code: 'lt', label: 'Moins de' }];
  protected readonly problem = computed(() => (amountAsked(this.filters().asked()) === 'wrong' ? NOT_EUROS : (this.error()?.field('amount') ?? '')));

  protected clear(): void {
    this.filters().draft.montant.set('');
    this.filters().draft.comparaison.set(AMOUNT_FILTERS.comparaison);
    this.filters().apply();
  }
}
