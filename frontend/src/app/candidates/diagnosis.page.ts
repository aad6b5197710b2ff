import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { CandidateRightsDocument } from '../shared/graphql/generated/documents/CandidateRightsDocument';
import { SuggestedCriteriaDocument } from '../shared/graphql/generated/documents/SuggestedCriteriaDocument';
import { DiagnoseDocument } from '../shared/graphql/generated/documents/DiagnoseDocument';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { JustSaved } from '../shared/just-saved';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { CriteriaPicker } from './criteria-picker';

@Component({ selector: 'app-diagnosis', imports: [Page, Failure, Alert, CriteriaPicker, ResourceState], templateUrl: './diagnosis.page.html' })
export class DiagnosisPage {
  readonly id = input.required<string>();
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly saved = inject(JustSaved);
  protected readonly session = inject(Session);
  protected readonly rights = gqlResource(CandidateRightsDocument, () => ({ candidateId: this.id() }));
  private readonly ages = gqlResource(SuggestedCriteriaDocument, () => ({ candidateId: this.id() }));
  protected readonly suggested = computed(() => (this.ages.hasValue() ? this.ages.value().suggestedCriteria : null));
  /** Begins with what the birth date says [emplois/IAE-16]; everything may be changed. */
  protected readonly criteria = linkedSignal<readonly string[]>(() => this.suggested() ?? []);
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly command = newCommand();

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { diagnose } = await this.gql.run(DiagnoseDocument, { candidateId: this.id(), criteria: [...this.criteria()], command: this.command });
      if (diagnose.behind) this.saved.keep(this.id(), diagnose.id);
      await this.router.navigate(['/candidats', this.id()]);
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
