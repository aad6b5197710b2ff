import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MyFileDocument } from '../shared/graphql/generated/documents/MyFileDocument';
import { gqlResource } from '../shared/graphql/gql';
import { FileView } from '../candidates/file-view';
import { NirCorrectionNote } from '../candidates/nir-correction-note';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';

@Component({
  selector: 'app-my-file',
  imports: [RouterLink, Page, ResourceState, Empty, FileView, NirCorrectionNote],
  template: `
    <app-page heading="Mes données" lead="Ce que la plateforme sait de vous, et qui l’a changé.">
      <app-resource-state [of]="resource" />
      @if (file(); as f) {
        <app-file-view [file]="f" />
        @if (f.nir) { <div class="fr-mt-2w"><app-nir-correction-note [candidateId]="f.id" link="/mon-espace/numero" /></div> }
        <p class="fr-mt-4w"><a class="fr-link" routerLink="/mon-espace/consultations">Voir qui a lu mes données</a></p>
      } @else if (resource.hasValue()) {
        <app-empty heading="Aucune fiche à votre nom"><p class="fr-mb-0">Elle sera créée avec votre première candidature.</p></app-empty>
      }
    </app-page>
  `,
})
export class MyFilePage {
  protected readonly resource = gqlResource(MyFileDocument, () => ({}));
  protected readonly file = computed(() => (this.resource.hasValue() ? this.resource.value().myFile : null));
}
