import { Component, computed, input } from '@angular/core';
import { formatMoment } from '../shared/format';
import { RecordedExportsDocument } from '../shared/graphql/generated/documents/RecordedExportsDocument';
import type { RecordedExportsQuery } from '../shared/graphql/generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { type Column, Table } from '../shared/ui/table';

type Recorded = RecordedExportsQuery['recordedExports']['items'][number];

const columns: readonly Column<Recorded>[] = [
  { key: 'quand', label: 'Quand', value: (e) => formatMoment(e.at) },
  { key: 'qui', label: 'Qui', value: (e) => e.by },
  { key: 'organisation', label: 'Organisation', value: (e) => e.organisation ?? '–' },
  { key: 'quoi', label: 'Quoi', value: (e) => e.about },
  { key: 'faits', label: 'Faits', numeric: true, value: (e) => e.rows },
  { key: 'raison', label: 'Raison', value: (e) => e.purpose },
];

@Component({
  selector: 'app-exports',
  imports: [Page, ResourceState, Empty, Table],
  template: `
    <app-page heading="Qui a exporté quoi" lead="Chaque export des faits derrière un chiffre est enregistré avec sa raison.">
      <app-resource-state [of]="resource" />
      @if (log(); as l) {
        @if (!l.items.length) { <app-empty heading="Aucun export n’a encore été fait" /> } @else {
          <app-table caption="Exports de faits" [columns]="columns" [rows]="l.items" [served]="true" [total]="l.total" [pageSize]="l.pageSize" />
        }
      }
    </app-page>
  `,
})
export class ExportsPage {
  readonly page = input<string>();
  protected readonly columns = columns;
  protected readonly resource = gqlResource(RecordedExportsDocument, () => ({ page: Number(this.page() ?? 1) || 1 }));
  protected readonly log = computed(() => (this.resource.hasValue() ? this.resource.value().recordedExports : null));
}
