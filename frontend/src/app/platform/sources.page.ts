import { Component, computed } from '@angular/core';
import { SourcesDocument } from '../shared/graphql/generated/documents/SourcesDocument';
import { gqlResource } from '../shared/graphql/gql';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';

@Component({
  selector: 'app-sources',
  imports: [Page, ResourceState],
  template: `
    <app-page heading="Sources et licences" lead="Les données et les ressources publiques dont cette plateforme se sert, et leurs auteurs.">
      <app-resource-state [of]="resource" />
      <ul class="app-plain-list">
        @for (source of sources(); track source.name) {
          <li class="app-panel fr-mb-2w">
            <h2 class="fr-h6 fr-mb-1v"><a [href]="source.url" rel="noopener external">{{ source.name }}</a></h2>
            <p class="fr-mb-1v">{{ source.usedFor }}</p>
            <p class="fr-text--sm app-muted fr-mb-0">{{ source.producer }} · {{ source.licence }}</p>
          </li>
        }
      </ul>
    </app-page>
  `,
})
export class SourcesPage {
  protected readonly resource = gqlResource(SourcesDocument, () => ({}));
  protected readonly sources = computed(() => (this.resource.hasValue() ? this.resource.value().sources : []));
}
