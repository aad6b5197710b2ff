import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { downloadCsv } from '../shared/csv';
import { counted } from '../shared/format';
import { ExportFactsDocument } from '../shared/graphql/generated/documents/ExportFactsDocument';
import { ExportPurposesDocument } from '../shared/graphql/generated/documents/ExportPurposesDocument';
import type { ExportFactsMutationVariables } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { Announcer } from '../shared/ui/announcer';
import { Failure } from '../shared/ui/failure';
import { SelectField } from '../shared/ui/select-field';

/** Takes the facts away as a file. The platform writes down who does and why before it hands them over. */
@Component({
  selector: 'app-facts-export',
  imports: [RouterLink, Failure, SelectField],
  template: `
    <form class="fr-mt-3w" novalidate aria-label="Exporter ces faits" (submit)="save($event)">
      <app-failure heading="L’export n’a pas eu lieu" [error]="failure()" />
      <div class="fr-grid-row fr-grid-row--gutters"><div class="fr-col-12 fr-col-sm-6"><app-select-field label="Raison de l’export" hint="Qui exporte, quoi et pourquoi est enregistré" [choices]="purposes()" [required]="true" [error]="missing()" [(value)]="purpose" /></div></div>
      <button class="fr-btn fr-btn--sm fr-btn--tertiary fr-icon-download-line fr-btn--icon-left" [disabled]="busy()">Exporter ces faits en CSV</button>
      @if (done(); as count) { <p class="fr-text--sm fr-mt-1w fr-mb-0">{{ told(count) }}{{ count === limit() ? ', les plus récents : un fichier n’en contient pas davantage' : '' }}. L’export est enregistré.</p> }
      <p class="fr-mt-1w fr-mb-0"><a class="fr-link fr-link--sm" routerLink="/chiffres/exports">Qui a exporté quoi</a></p>
    </form>
  `,
})
export class FactsExport {
  readonly asked = input.required<Pick<ExportFactsMutationVariables, 'indicator' | 'filter' | 'part'>>();

  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  private readonly listed = gqlResource(ExportPurposesDocument, () => ({}));
  protected readonly purposes = computed(() => (this.listed.hasValue() ? this.listed.value().exportPurposes : []));
  protected readonly told = (count: number): string => counted(count, 'fait exporté', 'faits exportés');
  protected readonly purpose = signal('');
  protected readonly missing = signal('');
  protected readonly busy = signal(false);
  protected readonly done = signal(0);
  protected readonly limit = signal(0);
  protected readonly failure = signal<GqlError | null>(null);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.done.set(0);
    this.failure.set(null);
    this.missing.set(this.purpose() ? '' : 'Dites pourquoi ces faits sont exportés : choisissez une raison dans la liste.');
    if (!this.purpose() || this.busy()) return;
    this.busy.set(true);
    try {
      const { facts, limit } = (await this.gql.run(ExportFactsDocument, { ...this.asked(), purpose: this.purpose(), command: newCommand() })).exportFacts;
      const rows = facts.map((f) => [f.position, f.recorded, f.day, f.label, f.sign > 0 ? 'Entre' : 'Sort', f.kind, f.department, f.detail, f.amount, f.stream]);
      downloadCsv(`faits-${this.asked().indicator}`, ['Fait', 'Enregistré le', 'Jour', 'Nature', 'Effet', 'Type', 'Département', 'Précision', 'Montant', 'Flux'], rows);
      this.limit.set(limit);
      this.done.set(facts.length);
      this.announcer.say(`${this.told(facts.length)}. L’export est enregistré.`);
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
