import { Component, computed } from '@angular/core';
import { Cell } from '../shared/ui/cell';
import { Empty } from '../shared/ui/empty';
import { SelectField } from '../shared/ui/select-field';
import { Table } from '../shared/ui/table';
import { TextField } from '../shared/ui/text-field';
import { urlFilters } from '../shared/ui/url-filters';
import { boatColumns, boats } from './samples';

@Component({
  selector: 'app-kit-lists',
  imports: [Table, Cell, SelectField, TextField, Empty],
  template: `
    <section aria-labelledby="kit-lists">
      <h2 id="kit-lists">Listes : filtres, tri et pages dans l’adresse</h2>
      <form class="app-row app-row--end" role="search" aria-label="Filtrer les bateaux" (submit)="filters.apply($event)">
        <app-select-field class="app-grow" label="Port" placeholder="Tous les ports" [choices]="ports" [(value)]="filters.draft.port" />
        <app-text-field class="app-grow" label="Longueur minimale" inputmode="numeric" [(value)]="filters.draft.longueur" />
        <button class="fr-btn">Filtrer</button>
        @if (filters.active()) { <button type="button" class="fr-btn fr-btn--tertiary" (click)="filters.clear()">Effacer les filtres</button> }
      </form>
      @if (shown().length) {
        <app-table caption="Bateaux" [captionShown]="true" [columns]="columns" [rows]="shown()" [pageSize]="5">
          <ng-template appCell="nom" [appCellOf]="shown()" let-boat><strong>{{ boat.name }}</strong></ng-template>
        </app-table>
      } @else {
        <app-empty heading="Aucun bateau ne répond à ces filtres"><p class="fr-mb-0">Élargissez la recherche.</p></app-empty>
      }
    </section>
  `,
})
export class KitLists {
  protected readonly columns = boatColumns;
  protected readonly ports = ['Brest', 'Sète', 'Calais', 'Nantes'].map((label) => ({ code: label, label }));
  protected readonly filters = urlFilters({ port: '', longueur: '' });
  protected readonly shown = computed(() => {
    const { port, longueur } = this.filters.asked();
    return boats.filter((b) => (!port || b.port === port) && b.length >= (Number(longueur) || 0));
  });
}
