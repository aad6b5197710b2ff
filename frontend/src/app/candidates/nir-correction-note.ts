import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LastNirCorrectionDocument } from '../shared/graphql/generated/documents/LastNirCorrectionDocument';
import { gqlResource } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { Alert } from '../shared/ui/alert';
import { ResourceState } from '../shared/ui/resource-state';

/** Beside a number that cannot be changed: what became of the last request to correct it, and the way to make one [emplois/CAN-27]. */
@Component({
  selector: 'app-nir-correction-note',
  imports: [RouterLink, Alert, ResourceState, DayPipe],
  template: `
    <app-resource-state [of]="resource" />
    @if (last(); as l) {
      @switch (l.state) {
        @case ('pending') { <app-alert kind="info"><p>Une demande de correction de ce numéro est en attente : l’équipe de la plateforme va y répondre.</p></app-alert> }
        @case ('accepted') { <app-alert kind="success"><p>Le numéro a été corrigé le {{ l.handledOn | day }}, comme demandé.</p></app-alert> }
        @case ('refused') {
          <app-alert kind="warning" heading="Demande de correction refusée">
            <p>Réponse du {{ l.handledOn | day }} : {{ l.explanation }}</p>
          </app-alert>
        }
      }
    }
    @if (resource.hasValue() && last()?.state !== 'pending') { <a class="fr-link" [routerLink]="link()">Demander la correction du numéro</a> }
  `,
})
export class NirCorrectionNote {
  readonly candidateId = input.required<string>();
  readonly link = input.required<string | readonly string[]>();
  protected readonly resource = gqlResource(LastNirCorrectionDocument, () => ({ candidateId: this.candidateId() }));
  protected readonly last = computed(() => (this.resource.hasValue() ? this.resource.value().lastNirCorrection : null));
}
