import { Component, computed, input } from '@angular/core';
import { AccessLogDocument } from '../shared/graphql/generated/documents/AccessLogDocument';
import { gqlResource } from '../shared/graphql/gql';
import { MomentPipe } from '../shared/format';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';

@Component({
  selector: 'app-access-log',
  imports: [Page, ResourceState, Empty, Pagination, MomentPipe],
  template: `
    <app-page heading="Qui a lu mes données" lead="Chaque lecture de vos données personnelles par un professionnel est notée, avec sa raison.">
      <app-resource-state [of]="resource" />
      @if (log(); as l) {
        @if (!l.items.length) { <app-empty heading="Personne n’a encore lu vos données" /> } @else {
          <div class="app-table-wrap">
            <table class="app-table app-table--stack">
              <caption class="fr-sr-only">Lectures de mes données</caption>
              <thead><tr><th scope="col">Quand</th><th scope="col">Qui</th><th scope="col">Organisation</th><th scope="col">Pourquoi</th></tr></thead>
              <tbody>
                @for (entry of l.items; track $index) {
                  <tr>
                    <th scope="row">{{ entry.at | moment }}</th>
                    <td data-label="Qui">{{ entry.by }}</td>
                    <td data-label="Organisation">{{ entry.organisation || '–' }}</td>
                    <td data-label="Pourquoi">{{ entry.purposeLabel }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <app-pagination [page]="l.page" [total]="l.total" [pageSize]="l.pageSize" />
        }
      }
    </app-page>
  `,
})
export class AccessLogPage {
  readonly page = input<string>();
  protected readonly resource = gqlResource(AccessLogDocument, () => ({ page: Number(this.page() ?? 1) }));
  protected readonly log = computed(() => (this.resource.hasValue() ? this.resource.value().accessLog : null));
}
