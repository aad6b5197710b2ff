import { Component, computed, input } from '@angular/core';
import { AccessLogDocument } from '../shared/graphql/generated/documents/AccessLogDocument';
import type { AccessLogQuery } from '../shared/graphql/generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { formatMoment } from '../shared/format';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { type Column, Table } from '../shared/ui/table';

type Reading = AccessLogQuery['accessLog']['items'][number];

const columns: readonly Column<Reading>[] = [
  { key: 'quand', label: 'Quand', value: (r) => formatMoment(r.at) },
  { key: 'qui', label: 'Qui', value: (r) => r.by },
  { key: 'organisation', label: 'Organisation', value: (r) => r.organisation },
  { key: 'pourquoi', label: 'Pourquoi', value: (r) => r.purposeLabel },
];

@Component({
  selector: 'app-access-log',
  imports: [Page, ResourceState, Empty, Table],
  template: `
    <app-page heading="Qui a lu mes données" lead="Chaque lecture de vos données personnelles par un professionnel est notée, avec sa raison.">
      <app-resource-state [of]="resource" />
      @if (log(); as l) {
        @if (!l.items.length) { <app-empty heading="Personne n’a encore lu vos données" /> } @else {
          <app-table caption="Lectures de mes données" [columns]="columns" [rows]="l.items" [served]="true" [total]="l.total" [pageSize]="l.pageSize" />
        }
      }
    </app-page>
  `,
})
export class AccessLogPage {
  readonly page = input<string>();
  protected readonly columns = columns;
  protected readonly resource = gqlResource(AccessLogDocument, () => ({ page: Number(this.page() ?? 1) }));
  protected readonly log = computed(() => (this.resource.hasValue() ? this.resource.value().accessLog : null));
}
