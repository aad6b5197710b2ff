import { Component } from '@angular/core';
import { Confirm } from '../shared/ui/confirm';
import { Modal } from '../shared/ui/modal';
import { Stepper } from '../shared/ui/stepper';
import { Tab, Tabs } from '../shared/ui/tabs';
import { TextField } from '../shared/ui/text-field';
import { Timeline } from '../shared/ui/timeline';
import { urlFilters } from '../shared/ui/url-filters';
import { facts } from './samples';

@Component({
  selector: 'app-kit-steps',
  imports: [Tabs, Tab, TextField, Stepper, Modal, Confirm, Timeline],
  template: `
    <section aria-labelledby="kit-steps">
      <h2 id="kit-steps">Onglets, étapes, fenêtres, histoire</h2>
      <app-tabs label="Exemple d’onglets" [selected]="filters.asked().onglet" (selectedChange)="show($event)">
        <app-tab heading="Premier" name="premier"><p>Contenu du premier onglet.</p></app-tab>
        <app-tab heading="Deuxième" name="deuxieme"><app-text-field label="Champ gardé d’un onglet à l’autre" /></app-tab>
        <app-tab heading="Un troisième au titre plus long" name="troisieme"><p>Contenu du troisième onglet.</p></app-tab>
      </app-tabs>
      <div class="fr-mt-4w">
        <app-stepper [steps]="['Choisir', 'Écrire', 'Vérifier']" [current]="0" />
        <app-stepper [steps]="['Choisir', 'Écrire', 'Vérifier']" [current]="2" />
      </div>
      <div class="app-row fr-mb-4w">
        <button type="button" class="fr-btn" (click)="modal.open()">Ouvrir une fenêtre</button>
        <button type="button" class="fr-btn fr-btn--secondary" (click)="confirm.open()">Demander confirmation</button>
        <button type="button" class="fr-btn fr-btn--secondary" (click)="busy.open()">Confirmation en cours</button>
        <button type="button" class="fr-btn fr-btn--tertiary" (click)="wide.open()">Ouvrir une fenêtre large</button>
      </div>
      <app-modal #modal heading="Une fenêtre"><p>Échap ou « Fermer » la referme, et le clavier revient au bouton.</p></app-modal>
      <app-confirm #confirm heading="Supprimer ce bateau ?" action="Supprimer" (confirmed)="confirm.close()"><p>Cette action ne peut pas être défaite.</p></app-confirm>
      <app-confirm #busy heading="Envoyer ce bateau ?" action="Envoi en cours…" [busy]="true"><p>Le bouton attend la réponse.</p></app-confirm>
      <app-modal #wide heading="Une fenêtre large" [wide]="true"><p>Pour un tableau ou deux colonnes.</p></app-modal>
      <app-timeline [items]="facts" />
    </section>
  `,
})
export class KitSteps {
  protected readonly facts = facts;
  protected readonly filters = urlFilters({ onglet: '' });

  /** The tab lives in the address, so that it can be sent. */
  protected show(name: string): void {
    this.filters.draft.onglet.set(name);
    this.filters.apply();
  }
}
