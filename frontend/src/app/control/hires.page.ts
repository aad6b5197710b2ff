import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DepartmentsDocument, HiresDocument } from '../shared/graphql/generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { downloadCsv } from '../shared/csv';
import { DayPipe, PassNumberPipe } from '../shared/format';
import { Labels } from '../shared/labels';
import { CheckGroup } from '../shared/ui/check-group';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';

@Component({ selector: 'app-hires', imports: [RouterLink, Page, ResourceState, Empty, Pagination, SelectField, TextField, CheckGroup, DayPipe, PassNumberPipe], templateUrl: './hires.page.html' })
export class HiresPage {
  readonly departement = input<string>();
  readonly type = input<string>();
  readonly auto = input<string>();
  readonly du = input<string>();
  readonly au = input<string>();
  readonly page = input<string>();

  private readonly router = inject(Router);
  protected readonly labels = inject(Labels);
  private readonly territories = gqlResource(DepartmentsDocument, () => ({}));
  protected readonly departments = computed(() => (this.territories.hasValue() ? this.territories.value().departments.map((d) => ({ code: d.code, label: `${d.code} – ${d.name}` })) : []));
  protected readonly department = linkedSignal(() => this.departement() ?? '');
  protected readonly kind = linkedSignal(() => this.type() ?? '');
  protected readonly only = linkedSignal<readonly string[]>(() => (this.auto() ? ['auto'] : []));
  protected readonly from = linkedSignal(() => this.du() ?? '');
  protected readonly to = linkedSignal(() => this.au() ?? '');

  protected readonly resource = gqlResource(HiresDocument, () => ({
    department: this.departement() || null, kind: this.type() || null, selfPrescription: this.auto() ? true : null,
    from: this.du() || null, to: this.au() || null, page: Number(this.page() ?? 1),
  }));
  protected readonly list = computed(() => (this.resource.hasValue() ? this.resource.value().hires : null));

  protected filter(event: Event): void {
    event.preventDefault();
    void this.router.navigate([], {
      queryParams: { departement: this.department() || null, type: this.kind() || null, auto: this.only().length ? 1 : null, du: this.from() || null, au: this.to() || null },
    });
  }

  protected export(): void {
    const rows = (this.list()?.items ?? []).map((h) => [h.candidate.displayName, h.company.name, h.company.kind, h.department, h.startsOn, h.agreedOn, h.selfPrescription ? 'oui' : 'non', h.passNumber, h.cancelled ? 'oui' : 'non']);
    downloadCsv('embauches', ['Salarié', 'Employeur', 'Type', 'Département', 'Début', 'Acceptée le', 'Auto-prescription', 'PASS IAE', 'Annulée'], rows);
  }
}
