import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NeedPartsFragment, NeedSuppliersDocument, NeedSuppliersFileDocument, type NeedSuppliersFileQuery } from './generated/graphql';
import { csvFile } from '../shared/csv';
import { Gql, gqlResource } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { Download } from '../shared/ui/download';
import { Empty } from '../shared/ui/empty';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { ContactCard } from './contact-card';
import { NeedBadge } from './need-badge';

const tabs = [
  { code: 'all', label: 'Toutes' },
  { code: 'viewed', label: 'Ont vu le besoin' },
  { code: 'interested', label: 'Intéressées' },
  { code: 'matched', label: 'Sans réponse' },
  { code: 'declined', label: 'Pas intéressées' },
];

const spaced = /[^a-z0-9]+/g;
const slug = (title: string): string => title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(spaced, '-').slice(0, 50);

/** The suppliers of a need, for its author and the team: who was reached, who answered what, whom to call. */
@Component({
  selector: 'app-need-suppliers',
  imports: [RouterLink, ResourceState, Empty, Pagination, Download, NeedBadge, ContactCard, DayPipe],
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
                @if (row.local) { · fournisseur local }
                @if (row.source === 'LINK') { · venue par le lien du besoin, sans être ciblée }
                @if (row.contactedOn) { · contactée le {{ row.contactedOn | day }} }
                @if (row.declinedOn) { · réponse du {{ row.declinedOn | day }} } @else if (row.interestedOn) { · intéressée le {{ row.interestedOn | day }} } @else if (row.viewedOn) { · vu le {{ row.viewedOn | day }} } @else if (row.linkOpenedOn) { · lien suivi le {{ row.linkOpenedOn | day }} }</p>
              @if (row.declineReason) { <p class="app-message fr-text--sm">{{ row.declineReason }}</p> }
              @if (row.answers.length) {
                <details class="app-details"><summary>Ses réponses à vos questions</summary>
                  <dl>@for (answer of row.answers; track answer.question) { <dt><strong>{{ answer.question }}</strong></dt><dd class="fr-mb-1w">{{ answer.answer }}</dd> }</dl>
                </details>
              }
              @if (row.supplierSaid?.feedback; as words) { <p class="fr-text--sm fr-mb-1v">Comment cela s’est passé, selon la structure :</p><p class="app-message fr-text--sm">{{ words }}</p> }
              @if (row.contact; as contact) { <app-contact-card [contact]="contact" /> }
            </li>
          } @empty {
            <li><app-empty
              [heading]="tab() === 'all' ? 'Aucune structure ciblée' : tab() === 'viewed' ? 'Aucune structure n’a encore ouvert ce besoin' : tab() === 'interested' ? 'Aucune structure intéressée pour le moment' : tab() === 'matched' ? 'Toutes les structures ont répondu' : 'Aucun refus'">
              <p class="fr-mb-0">Cette liste se met à jour dès qu’une structure ouvre le besoin ou répond.</p></app-empty></li>
          }
        </ul>
        <app-pagination [page]="found.page" [total]="found.total" [pageSize]="found.pageSize" />
        @if (found.total) { <app-download class="fr-mt-2w" label="Télécharger cette liste" detail="CSV – les structures de cet onglet, leurs réponses et leurs coordonnées" [fileName]="fileName()" [produce]="file" /> }
      }
    </section>
  `,
})
export class NeedSuppliers {
  readonly need = input.required<NeedPartsFragment>();
  readonly tab = input('all');
  readonly page = input<string>();
  private readonly gql = inject(Gql);
  protected readonly resource = gqlResource(NeedSuppliersDocument, () => ({ id: this.id(), tab: this.tab(), page: Number(this.page() ?? 1) || 1 }));
  private readonly id = computed(() => this.need().id);
  protected readonly list = computed(() => (this.resource.hasValue() ? this.resource.value().needSuppliers : null));
  protected readonly choices = computed(() => {
    // Each structure is counted once, by its answer; those who opened the need are counted across these.
    const counts = new Map((this.list()?.counts ?? []).map((c) => [c.status, c.count]));
    counts.set('all', [...counts.values()].reduce((sum, n) => sum + n, 0)).set('viewed', this.list()?.viewed ?? 0);
    return tabs.map((t) => ({ code: t.code, label: this.list() ? `${t.label} (${counts.get(t.code) ?? 0})` : t.label }));
  });
  protected readonly fileName = computed(() => `${slug(this.need().title)}-liste-structures-${slug(tabs.find((t) => t.code === this.tab())?.label ?? 'Toutes')}.csv`);

  /** By name, one column per question; read page by page, as the screen does. */
  protected readonly file = async (): Promise<Blob> => {
    const rows: NeedSuppliersFileQuery['needSuppliers']['items'][number][] = [];
    for (let page = 1, total = 1; rows.length < total; page++) {
      const { needSuppliers } = await this.gql.run(NeedSuppliersFileDocument, { id: this.id(), tab: this.tab(), page });
      rows.push(...needSuppliers.items);
      total = needSuppliers.items.length ? needSuppliers.total : rows.length;
    }
    const questions = this.need().questions;
    rows.sort((a, b) => a.supplier.name.localeCompare(b.supplier.name, 'fr'));
    return csvFile(
      ['Nom', 'SIRET', 'Type', 'Commune', 'Local', 'État', 'Provenance', 'Contactée le', 'Lien suivi le', 'Vu le', 'Intéressée le', 'Motif de refus', ...questions, 'Contact', 'E-mail', 'Téléphone'],
      rows.map((r) => [
        r.supplier.name, r.supplier.siret, r.supplier.kind, r.supplier.city, r.local ? 'Oui' : 'Non', r.statusLabel, r.source === 'LINK' ? 'Lien' : 'Ciblage', r.contactedOn, r.linkOpenedOn, r.viewedOn, r.interestedOn, r.declineReason,
        ...questions.map((question) => r.answers.find((a) => a.question === question)?.answer), r.contact?.name, r.contact?.email, r.contact?.phone,
      ]),
    );
  };

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
