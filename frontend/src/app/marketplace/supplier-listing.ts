import { Component, computed, inject, input, output, signal } from '@angular/core';
import { DelistSupplierDocument, RelistSupplierDocument, type SupplierPartsFragment } from './generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, newCommand } from '../shared/graphql/gql';
import { Announcer } from '../shared/ui/announcer';
import { Failure } from '../shared/ui/failure';

/** The team's: takes a supplier out of the directory, and puts it back. */
@Component({
  selector: 'app-supplier-listing',
  imports: [Failure],
  template: `
    <section class="app-panel app-panel--raised" aria-labelledby="annuaire">
      <h2 class="fr-h6" id="annuaire">Présence dans l’annuaire</h2>
      <app-failure [error]="failure()" />
      <p>{{ supplier().delisted ? 'Masquée : le public ne la trouve plus et aucun nouveau besoin ne lui est adressé.' : 'Visible de tous.' }}</p>
      <button type="button" class="fr-btn fr-btn--secondary" [disabled]="busy()" (click)="turn()">{{ action() }}</button>
    </section>
  `,
})
export class SupplierListing {
  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  readonly supplier = input.required<SupplierPartsFragment>();
  /** The entry as it now is. */
  readonly changed = output<SupplierPartsFragment>();
  protected readonly busy = signal(false);
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly action = computed(() => (this.supplier().delisted ? 'Remettre dans l’annuaire' : 'Masquer de l’annuaire'));

  protected async turn(): Promise<void> {
    const { id, delisted } = this.supplier();
    const asked = { id, command: newCommand() };
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.changed.emit(delisted ? (await this.gql.run(RelistSupplierDocument, asked)).relistSupplier : (await this.gql.run(DelistSupplierDocument, asked)).delistSupplier);
      this.announcer.say(delisted ? 'Fournisseur remis dans l’annuaire' : 'Fournisseur masqué de l’annuaire');
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
