import { Component, computed, resource, signal } from '@angular/core';
import { Cell } from '../shared/ui/cell';
import { Empty } from '../shared/ui/empty';
import { ResourceState } from '../shared/ui/resource-state';
import { ResultCount } from '../shared/ui/result-count';
import { SelectField } from '../shared/ui/select-field';
import { type Selectable, Table } from '../shared/ui/table';
import { TextField } from '../shared/ui/text-field';
import { urlFilters } from '../shared/ui/url-filters';
import { type Boat, boatColumns, boats } from './samples';

@Component({
  selector: 'app-kit-lists',
  imports: [Table, Cell, SelectField, TextField, Empty, ResourceState, ResultCount],
  template: `
    <section aria-labelledby="kit-lists">
      <h2 id="kit-lists">Listes : filtres, tri et pages dans l’adresse</h2>
      <form class="app-row app-row--end" role="search" aria-label="Filtrer les bateaux" (submit)="filters.apply($event)">
        <app-select-field class="app-grow" label="Port" placeholder="Tous les ports" [choices]="ports" [(value)]="filters.draft.port" />
        <app-text-field class="app-grow" label="Longueur minimale" inputmode="numeric" [(value)]="filters.draft.longueur" />
        <button class="fr-btn">Filtrer</button>
        @if (filters.active()) { <button type="button" class="fr-btn fr-btn--tertiary" (click)="filters.clear()">Effacer les filtres</button> }
      </form>
      <p class="fr-mt-2w"><app-result-count [total]="shown().length" one="bateau" many="bateaux" /></p>
      @if (shown().length) {
        <app-table caption="Bateaux" [captionShown]="true" [columns]="columns" [rows]="shown()" [pageSize]="5" fileName="bateaux">
          <ng-template appCell="nom" [appCellOf]="shown()" let-boat><strong>{{ boat.name }}</strong></ng-template>
        </app-table>
      } @else {
        <app-empty heading="Aucun bateau ne répond à ces filtres"><p class="fr-mb-0">Élargissez la recherche.</p></app-empty>
      }
      <h3 class="fr-h5 fr-mt-4w">Une page donnée par le serveur</h3>
      <app-table caption="Bateaux servis" [columns]="plain" [rows]="served" [served]="true" [total]="400" />
      <h3 class="fr-h5 fr-mt-4w">Des lignes à cocher</h3>
      <app-table caption="Bateaux à choisir" [columns]="plain" [rows]="served" [selectable]="byName" [(selected)]="chosen" />
      <h3 class="fr-h5 fr-mt-4w">Une liste qu’on attend, une liste vide</h3>
      <app-resource-state [of]="waiting" />
      <app-table caption="Aucun bateau" [captionShown]="true" [columns]="plain" [rows]="[]" />
    </section>
  `,
})
export class KitLists {
  protected readonly columns = boatColumns;
  protected readonly plain = boatColumns.map(({ key, label, value, numeric }) => ({ key, label, ...(value && { value }), ...(numeric && { numeric }) }));
  protected readonly served = boats.slice(0, 4);
  protected readonly byName: Selectable<Boat> = { key: (boat) => boat.name, name: (boat) => boat.name };
  protected readonly chosen = signal<readonly string[]>(boats.slice(1, 3).map(({ name }) => name));
  protected readonly waiting = resource({ loader: () => new Promise<never>(() => undefined) });
  protected readonly ports = ['Brest', 'Sète', 'Calais', 'Nantes'].map((label) => ({ code: label, label }));
  protected readonly filters = urlFilters({ port: '', longueur: '' });
  protected readonly shown = computed(() => {
    const { port, longueur } = this.filters.asked();
    return boats.filter((b) => (!port || b.port === port) && b.length >= (Number(longueur) || 0));
  });
}
