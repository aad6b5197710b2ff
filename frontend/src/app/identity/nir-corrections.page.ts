import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NirCorrectionsDocument } from '../shared/graphql/generated/documents/NirCorrectionsDocument';
import { gqlResource } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { StatusBadge } from '../shared/status-badge';
import { Cell } from '../shared/ui/cell';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { ResultCount } from '../shared/ui/result-count';
import { SelectField } from '../shared/ui/select-field';
import { Table } from '../shared/ui/table';
import { urlFilters } from '../shared/ui/url-filters';

/** Numbers that somebody asks the team to correct. */
@Component({ selector: 'app-nir-corrections', imports: [RouterLink, Page, ResourceState, ResultCount, Empty, SelectField, StatusBadge, Table, Cell, DayPipe], templateUrl: './nir-corrections.page.html' })
export class NirCorrectionsPage {
  protected readonly filters = urlFilters({ etat: '' });
  protected readonly choices = [{ code: 'traitees', label: 'Traitées' }];
  protected readonly handled = computed(() => this.filters.asked().etat === 'traitees');
  protected readonly columns = computed(() => [
    { key: 'personne', label: 'Personne' }, { key: 'demande', label: 'Demandée le' }, { key: 'auteur', label: 'Par' },
    ...(this.handled() ? [{ key: 'reponse', label: 'Réponse' }] : []), { key: 'action', label: 'Demande' },
  ]);
  protected readonly resource = gqlResource(NirCorrectionsDocument, () => ({ state: this.handled() ? 'handled' : 'pending', page: this.filters.page() }));
  protected readonly list = computed(() => (this.resource.hasValue() ? this.resource.value().nirCorrections : null));
}
