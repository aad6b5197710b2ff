import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
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
import { ResultCount } from '../shared/ui/result-count';
import { SelectField } from '../shared/ui/select-field';
import { StatusBadge } from '../shared/status-badge';
import { Table } from '../shared/ui/table';
import { TextField } from '../shared/ui/text-field';
import { urlFilters } from '../shared/ui/url-filters';

const endings = [1, 3, 7].map((months) => ({ code: String(months), label: `Dans moins de ${months} mois` }));
const contracts = [{ code: 'current', label: 'En cours, ou fini depuis moins de 90 jours' }, { code: 'over', label: 'Fini depuis 90 jours ou plus' }];

@Component({ selector: 'app-passes', imports: [RouterLink, Page, Table, Cell, ResourceState, ResultCount, Empty, SelectField, StatusBadge, TextField, DayPipe], templateUrl: './passes.page.html' })
export class PassesPage {
  protected readonly columns = [
    { key: 'titulaire', label: 'Titulaire' }, { key: 'numero', label: 'Numéro' }, { key: 'etat', label: 'État' }, { key: 'fin', label: 'Fin' }, { key: 'reste', label: 'Durée restante' },
  ];
  protected readonly session = inject(Session);
  protected readonly labels = inject(Labels);
  protected readonly employer = computed(() => this.session.role() === 'employer');
  protected readonly endings = endings;
  protected readonly contracts = contracts;
  /** A name never goes in the address. */
  protected readonly filters = urlFilters({ etat: '', fin: '', contrat: '' });
  protected readonly name = signal('');
  private readonly askedName = signal('');
  protected readonly filtered = computed(() => this.filters.active() || !!this.askedName());
  protected readonly resource = gqlResource(PassesDocument, () => {
    const { etat, fin, contrat } = this.filters.asked();
    return { state: etat || null, search: this.askedName() || null, endsWithin: Number(fin) || null, contract: contrat || null, page: this.filters.page() };
  });
  protected readonly list = computed(() => (this.resource.hasValue() ? this.resource.value().passes : null));
  protected readonly lead = computed(() => (this.session.role() === 'employer' ? 'Les PASS IAE des personnes embauchées par votre structure.' : 'Les PASS IAE des candidats que vous accompagnez.'));

  protected filter(event: Event): void {
    this.askedName.set(this.name().trim());
    this.filters.apply(event);
  }

  protected clear(): void {
    this.name.set('');
    this.askedName.set('');
    this.filters.clear();
  }

  protected export(): void {
    const rows = (this.list()?.items ?? []).map((p) => [p.candidate?.displayName, p.displayNumber, p.stateLabel, p.start, p.end, p.remainingDays]);
    downloadCsv('pass-iae', ['Titulaire', 'Numéro', 'État', 'Début', 'Fin', 'Jours restants'], rows);
  }
}
