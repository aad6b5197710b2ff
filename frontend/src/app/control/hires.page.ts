import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DepartmentsDocument } from '../shared/graphql/generated/documents/DepartmentsDocument';
import { HiresDocument } from '../shared/graphql/generated/documents/HiresDocument';
import type { HiresQuery } from '../shared/graphql/generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { csvFile } from '../shared/csv';
import { formatDay, PassNumberPipe } from '../shared/format';
import { Labels } from '../shared/labels';
import { Badge } from '../shared/ui/badge';
import { Cell } from '../shared/ui/cell';
import { CheckGroup } from '../shared/ui/check-group';
import { Download } from '../shared/ui/download';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { ResultCount } from '../shared/ui/result-count';
import { SelectField } from '../shared/ui/select-field';
import { type Column, Table } from '../shared/ui/table';
import { TextField } from '../shared/ui/text-field';
import { urlFilters } from '../shared/ui/url-filters';

type Hire = HiresQuery['hires']['items'][number];

const columns: readonly Column<Hire>[] = [
  { key: 'salarie', label: 'Salarié' },
  { key: 'employeur', label: 'Employeur', value: (h) => `${h.company.name} (${h.company.kind})` },
  { key: 'debut', label: 'Début', value: (h) => formatDay(h.startsOn, 'short') },
  { key: 'acceptee', label: 'Acceptée le', value: (h) => formatDay(h.agreedOn, 'short') },
  { key: 'pass', label: 'PASS IAE' },
  { key: 'remarques', label: 'Remarques' },
];

@Component({
  selector: 'app-hires',
  imports: [RouterLink, Page, ResourceState, ResultCount, Empty, Table, Cell, Badge, Download, SelectField, TextField, CheckGroup, PassNumberPipe],
  templateUrl: './hires.page.html',
})
export class HiresPage {
  protected readonly labels = inject(Labels);
  private readonly territories = gqlResource(DepartmentsDocument, () => ({}));
  protected readonly departments = computed(() => (this.territories.hasValue() ? this.territories.value().departments.map((d) => ({ code: d.code, label: `${d.code} – ${d.name}` })) : []));
  protected readonly columns = columns;
  protected readonly filters = urlFilters({ departement: '', type: '', auto: [], du: '', au: '' });

  protected readonly resource = gqlResource(HiresDocument, () => {
    const { departement, type, auto, du, au } = this.filters.asked();
    return { department: departement || null, kind: type || null, selfPrescription: auto.length ? true : null, from: du || null, to: au || null, page: this.filters.page() };
  });
  protected readonly list = computed(() => (this.resource.hasValue() ? this.resource.value().hires : null));

  protected readonly csv = (): Blob =>
    csvFile(
      ['Salarié', 'Employeur', 'Type', 'Département', 'Début', 'Acceptée le', 'Auto-prescription', 'PASS IAE', 'Annulée'],
      (this.list()?.items ?? []).map((h) => [
        h.candidate.displayName, h.company.name, h.company.kind, h.department, h.startsOn, h.agreedOn, h.selfPrescription ? 'oui' : 'non', h.passNumber, h.cancelled ? 'oui' : 'non',
      ]),
    );
}
