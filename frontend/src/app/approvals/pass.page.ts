import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MyIdDocument } from '../shared/graphql/generated/documents/MyIdDocument';
import { PassDocument } from '../shared/graphql/generated/documents/PassDocument';
import { gqlResource } from '../shared/graphql/gql';
import { Session } from '../shared/session/session';
import { Download } from '../shared/ui/download';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { PassSummary } from './pass-summary';

/** The card of one PASS: of a candidate one follows, or one's own. */
@Component({
  selector: 'app-pass',
  imports: [RouterLink, Page, ResourceState, Download, Empty, PassSummary],
  template: `
    <app-page [heading]="own() ? 'Mon PASS IAE' : 'PASS IAE'" [here]="'PASS'" [crumbs]="own() ? [] : [{ label: 'Tous les PASS IAE', link: '/pass' }]">
      <app-resource-state [of]="mine" />
      <app-resource-state [of]="resource" />
      @if (pass(); as p) {
        <section class="app-panel app-panel--raised" aria-labelledby="titulaire">
          <h2 class="fr-h5" id="titulaire">{{ p.candidate?.displayName ?? 'Titulaire' }}</h2>
          <app-pass-summary [pass]="p" />
          @if (p.attestation) { <div class="fr-mt-2w"><app-download label="Imprimer l’attestation" detail="PDF" fileName="attestation-pass-iae.pdf" [href]="p.attestation" /></div> }
        </section>
        <p class="fr-mt-3w">Le PASS IAE ouvre droit à un parcours de deux ans dans toute structure d’insertion par l’activité économique. Il est conservé d’un employeur à l’autre.</p>
        @if (!own() && p.candidate) { <p><a class="fr-link" [routerLink]="['/candidats', p.candidate.id]">Voir la fiche du candidat</a></p> }
      } @else if (resource.hasValue()) {
        <app-empty heading="Aucun PASS IAE">
          <p class="fr-mb-0">{{ own() ? 'Un PASS IAE vous sera délivré à votre première embauche par une structure d’insertion.' : 'Cette personne n’a pas de PASS IAE, ou vous n’y avez pas accès.' }}</p>
        </app-empty>
      }
    </app-page>
  `,
})
export class PassPage {
  readonly candidateId = input<string>();
  private readonly session = inject(Session);
  protected readonly own = computed(() => this.session.role() === 'candidate');
  protected readonly mine = gqlResource(MyIdDocument, () => (this.own() ? {} : undefined));
  protected readonly resource = gqlResource(PassDocument, () => {
    const id = this.own() ? (this.mine.hasValue() ? this.mine.value().myFile?.id : undefined) : this.candidateId();
    return id ? { candidateId: id } : undefined;
  });
  protected readonly pass = computed(() => (this.resource.hasValue() ? this.resource.value().pass : null));
}
