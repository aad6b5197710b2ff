import { Component, computed, input, type WritableSignal } from '@angular/core';
import { ApplicationFiltersDocument } from '../shared/graphql/generated/documents/ApplicationFiltersDocument';
import { gqlResource } from '../shared/graphql/gql';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';

/** By their names in the address; ids and codes only, never a name. */
export const LIST_FILTERS = { expediteur: '', structure: '', employeur: '', departement: '', metier: '', critere: '', pass: '', eligibilite: '' };
type Name = keyof typeof LIST_FILTERS;

/** The same, as the server calls them. */
export const narrowing = (asked: Readonly<Record<Name, string>>) => ({
  senderId: asked.expediteur || null,
  senderOrganisationId: asked.structure || null,
  companyId: asked.employeur || null,
  department: asked.departement || null,
  jobId: asked.metier || null,
  criterion: asked.critere || null,
  pass: asked.pass || null,
  eligibility: asked.eligibilite || null,
});

/** Filters whose choices are what occurs in one's own list; one with nothing to choose from is not offered. */
@Component({
  selector: 'app-list-filters',
  imports: [ResourceState, SelectField],
  template: `
    <app-resource-state [of]="resource" />
    <div class="fr-grid-row fr-grid-row--gutters fr-mb-1w">
      @for (filter of offered(); track filter.name) {
        <div class="fr-col-12 fr-col-sm-6 fr-col-lg-4"><app-select-field [label]="filter.label" [placeholder]="filter.all" [choices]="filter.choices" [(value)]="drafts()[filter.name]" /></div>
      }
    </div>
  `,
})
export class ListFilters {
  readonly box = input.required<string>();
  readonly drafts = input.required<Readonly<Record<Name, WritableSignal<string>>>>();

  protected readonly resource = gqlResource(ApplicationFiltersDocument, () => ({ box: this.box() }));
  protected readonly offered = computed(() => {
    if (!this.resource.hasValue()) return [];
    const { applicationFilters: values } = this.resource.value();
    const all = [
      { name: 'structure' as const, label: 'Structure qui a envoyé', all: 'Toutes', choices: values.senderOrganisations },
      { name: 'expediteur' as const, label: 'Personne qui a envoyé', all: 'Toutes', choices: values.senders },
      { name: 'employeur' as const, label: 'Employeur', all: 'Tous', choices: values.companies },
      { name: 'metier' as const, label: 'Métier', all: 'Tous', choices: values.jobs },
      { name: 'departement' as const, label: 'Département du candidat', all: 'Tous', choices: values.departments },
      { name: 'eligibilite' as const, label: 'Éligibilité à l’IAE', all: 'Toutes', choices: values.eligibility },
      { name: 'critere' as const, label: 'Critère d’éligibilité', all: 'Tous', choices: values.criteria },
      { name: 'pass' as const, label: 'PASS IAE', all: 'Tous les états', choices: values.passes },
    ];
    return all.filter(({ choices }) => choices.length > 0);
  });
}
