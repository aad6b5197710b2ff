import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PassesDocument } from '../shared/graphql/generated/documents/PassesDocument';
import { gqlResource } from '../shared/graphql/gql';
import { downloadCsv } from '../shared/csv';
import { DayPipe } from '../shared/format';
import { Labels } from '../shared/labels';
import { Session } from '../shared/session/session';
import { Cell } from '../shared/ui/cell';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { StatusBadge } from '../shared/status-badge';
import { Table } from '../shared/ui/table';

@Component({ selector: 'app-passes', imports: [RouterLink, Page, Table, Cell, ResourceState, Empty, SelectField, StatusBadge, DayPipe], templateUrl: './passes.page.html' })
export class PassesPage {
  readonly etat = input<string>();
  readonly page = input<string>();
  protected readonly columns = [
    { key: 'titulaire', label: 'Titulaire' }, { key: 'numero', label: 'Numéro' }, { key: 'etat', label: 'État' }, { key: 'fin', label: 'Fin' }, { key: 'reste', label: 'Durée restante' },
  ];
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly labels = inject(Labels);
  protected readonly state = linkedSignal(() => this.etat() ?? '');
  protected readonly resource = gqlResource(PassesDocument, () => ({ state: this.etat() || null, page: Number(this.page() ?? 1) }));
  protected readonly list = computed(() => (this.resource.hasValue() ? this.resource.value().passes : null));
  protected readonly lead = computed(() => (this.session.role() === 'employer' ? 'Les PASS IAE des personnes embauchées par votre structure.' : 'Les PASS IAE des candidats que vous accompagnez.'));

  protected filter(event: Event): void {
    event.preventDefault();
    void this.router.navigate([], { queryParams: { etat: this.state() || null, page: null }, queryParamsHandling: 'merge' });
  }

  protected export(): void {
    const rows = (this.list()?.items ?? []).map((p) => [p.candidate?.displayName, p.displayNumber, p.stateLabel, p.start, p.end, p.remainingDays]);
    downloadCsv('pass-iae', ['Titulaire', 'Numéro', 'État', 'Début', 'Fin', 'Jours restants'], rows);
  }
}
