import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AddNeedSupplierDocument, type NeedPartsFragment, NeedSuppliersDocument, RemoveNeedSupplierDocument, SuppliersNamedDocument } from './generated/graphql';
import { Gql, gqlResource } from '../shared/graphql/gql';
import { Combobox, type ComboOption } from '../shared/ui/combobox';
import { Failure } from '../shared/ui/failure';
import { ResourceState } from '../shared/ui/resource-state';
import { type Acted, NeedAct } from './need-act';

/** The kept list before validation: the team adds or removes suppliers by hand, and validation takes it as it is. */
@Component({
  selector: 'app-targeted-suppliers',
  imports: [RouterLink, Combobox, Failure, ResourceState],
  template: `
    <details class="app-details fr-mb-2w">
      <summary>Revoir la liste enregistrée, ajouter ou retirer une structure</summary>
      <app-failure [error]="act.failure()" />
      <app-combobox label="Ajouter une structure" hint="Son nom ou son SIRET" [search]="find" [value]="chosen()" (valueChange)="add($event)" [error]="act.failure()?.field('supplierId') ?? ''" />
      <app-resource-state [of]="resource" />
      @if (list(); as found) {
        <ul class="app-plain-list">
          @for (row of found.items; track row.supplier.id) {
            <li class="app-row app-row--between">
              <span><a class="fr-link" [routerLink]="['/fournisseurs', row.supplier.id]">{{ row.supplier.name }}</a> ({{ row.supplier.kind }}@if (row.supplier.city) {, {{ row.supplier.city }}})</span>
              <button type="button" class="fr-btn fr-btn--sm fr-btn--tertiary" [disabled]="act.busy()" (click)="remove(row.supplier.id)">Retirer<span class="fr-sr-only"> {{ row.supplier.name }}</span></button>
            </li>
          }
        </ul>
        @if (found.total > found.pageSize) {
          <div class="app-row">
            <button type="button" class="fr-btn fr-btn--sm fr-btn--secondary" [disabled]="page() === 1" (click)="page.set(page() - 1)">Structures précédentes</button>
            <span>Page {{ page() }}, {{ found.total }} structures</span>
            <button type="button" class="fr-btn fr-btn--sm fr-btn--secondary" [disabled]="page() * found.pageSize >= found.total" (click)="page.set(page() + 1)">Structures suivantes</button>
          </div>
        }
      }
    </details>
  `,
})
export class TargetedSuppliers {
  readonly need = input.required<NeedPartsFragment>();
  readonly changed = output<Acted>();
  private readonly gql = inject(Gql);
  protected readonly act = new NeedAct((acted) => this.changed.emit(acted));
  protected readonly page = signal(1);
  protected readonly chosen = signal<ComboOption | null>(null);
  protected readonly resource = gqlResource(NeedSuppliersDocument, () => ({ id: this.need().id, tab: 'all', page: this.page() }));
  protected readonly list = () => (this.resource.hasValue() ? this.resource.value().needSuppliers : null);

  constructor() {
    let before = '';
    effect(() => {
      const now = `${this.need().lastChange} ${this.need().counts?.matched ?? 0}`;
      untracked(() => {
        if (before && before !== now) this.resource.reload();
        before = now;
      });
    });
  }

  protected readonly find = async (search: string): Promise<readonly ComboOption[]> => {
    const { suppliers } = await this.gql.run(SuppliersNamedDocument, { search });
    return suppliers.items.map(({ id, name, kind, city }) => ({ code: id, label: name, detail: `${kind}, ${city}` }));
  };

  protected async add(option: ComboOption | null): Promise<void> {
    this.chosen.set(option);
    if (!option) return;
    const [id, supplierId] = [this.need().id, option.code];
    const done = await this.act.run('Structure ajoutée', supplierId, async (command) => (await this.gql.run(AddNeedSupplierDocument, { id, supplierId, command })).addNeedSupplier);
    if (done) this.chosen.set(null);
  }

  protected async remove(supplierId: string): Promise<void> {
    const id = this.need().id;
    await this.act.run('Structure retirée', supplierId, async (command) => (await this.gql.run(RemoveNeedSupplierDocument, { id, supplierId, command })).removeNeedSupplier);
  }
}
