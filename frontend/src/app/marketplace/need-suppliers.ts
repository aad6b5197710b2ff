import { Component, computed, effect, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NeedPartsFragment, NeedSuppliersDocument } from './generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { Empty } from '../shared/ui/empty';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { ContactCard } from './contact-card';
import { NeedBadge } from './need-badge';

const tabs = [
  { code: 'all', label: 'Toutes' },
  { code: 'interested', label: 'Intéressées' },
  { code: 'declined', label: 'Pas intéressées' },
];

/** The suppliers of a need, for its author: who was reached, who answered what, whom to call. */
@Component({
  selector: 'app-need-suppliers',
  imports: [RouterLink, ResourceState, Empty, Pagination, NeedBadge, ContactCard, DayPipe],
  template: `
    <section class="fr-mt-4w" aria-labelledby="structures">
      <h2 class="fr-h4" id="structures">Structures ciblées</h2>
      <nav class="fr-mb-2w" aria-label="Filtrer les structures">
        <ul class="app-plain-list app-row">
          @for (choice of choices(); track choice.code) {
            <li><a class="fr-btn fr-btn--sm" [class.fr-btn--tertiary]="choice.code !== tab()" [attr.aria-current]="choice.code === tab() ? 'true' : null" [routerLink]="[]" fragment="structures" [queryParams]="{ onglet: choice.code === 'all' ? null : choice.code }">{{ choice.label }}</a></li>
          }
        </ul>
      </nav>
      <app-resource-state [of]="resource" />
      @if (list(); as found) {
        <ul class="app-plain-list">
          @for (row of found.items; track row.supplier.id) {
            <li class="app-hit">
              <div class="app-row app-row--between">
                <h3 class="fr-h6 fr-mb-0"><a [routerLink]="['/fournisseurs', row.supplier.id]">{{ row.supplier.name }}</a></h3>
                <app-need-badge [status]="row.status" [label]="row.statusLabel" />
              </div>
              <p class="fr-text--sm fr-mb-1w">{{ row.supplier.kind }} – {{ row.supplier.kindLabel }} @if (row.supplier.city) { · {{ row.supplier.city }} }
                @if (row.declinedOn) { · réponse du {{ row.declinedOn | day }} } @else if (row.interestedOn) { · intéressée le {{ row.interestedOn | day }} }</p>
              @if (row.declineReason) { <p class="app-message fr-text--sm">{{ row.declineReason }}</p> }
              @if (row.answers.length) {
                <details class="app-details"><summary>Ses réponses à vos questions</summary>
                  <dl>@for (answer of row.answers; track answer.question) { <dt><strong>{{ answer.question }}</strong></dt><dd class="fr-mb-1w">{{ answer.answer }}</dd> }</dl>
                </details>
              }
              @if (row.contact; as contact) { <app-contact-card [contact]="contact" /> }
            </li>
          } @empty {
            <li><app-empty [heading]="tab() === 'all' ? 'Aucune structure ciblée' : tab() === 'interested' ? 'Aucune structure intéressée pour le moment' : 'Aucun refus'"><p class="fr-mb-0">Cette liste se met à jour dès qu’une structure répond.</p></app-empty></li>
          }
        </ul>
        <app-pagination [page]="found.page" [total]="found.total" [pageSize]="found.pageSize" />
      }
    </section>
  `,
})
export class NeedSuppliers {
  readonly need = input.required<NeedPartsFragment>();
  readonly tab = input('all');
  readonly page = input<string>();
  protected readonly resource = gqlResource(NeedSuppliersDocument, () => ({ id: this.id(), tab: this.tab(), page: Number(this.page() ?? 1) || 1 }));
  private readonly id = computed(() => this.need().id);
  protected readonly list = computed(() => (this.resource.hasValue() ? this.resource.value().needSuppliers : null));
  protected readonly choices = computed(() => {
    const counts = this.need().counts;
    const count: Record<string, number | undefined> = { all: counts?.matched, interested: counts?.interested, declined: counts?.declined };
    return tabs.map((t) => ({ code: t.code, label: `${t.label} (${count[t.code] ?? 0})` }));
  });

  constructor() {
    let before = '';
    effect(() => {
      const now = `${this.id()} ${this.need().lastChange} ${JSON.stringify(this.need().counts)}`;
      untracked(() => {
        if (before && before !== now) this.resource.reload();
        before = now;
      });
    });
  }
}
