import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CandidateDocument } from '../shared/graphql/generated/documents/CandidateDocument';
import { ConfirmCandidateDocument } from '../shared/graphql/generated/documents/ConfirmCandidateDocument';
import { CandidateRightsDocument } from '../shared/graphql/generated/documents/CandidateRightsDocument';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { shownSoon } from '../shared/just-saved';
import { PassSummary } from '../approvals/pass-summary';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { DiagnosisView } from './diagnosis-view';
import { FileView } from './file-view';

@Component({ selector: 'app-candidate', imports: [RouterLink, Page, ResourceState, Empty, Alert, Failure, DayPipe, FileView, DiagnosisView, PassSummary], templateUrl: './candidate.page.html' })
export class CandidatePage {
  readonly id = input.required<string>();
  private readonly gql = inject(Gql);
  protected readonly session = inject(Session);
  protected readonly resource = gqlResource(CandidateDocument, () => ({ id: this.id() }));
  protected readonly rights = gqlResource(CandidateRightsDocument, () => ({ candidateId: this.id() }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly file = computed(() => (this.resource.hasValue() ? this.resource.value().candidate : null));
  protected readonly pass = computed(() => (this.rights.hasValue() ? this.rights.value().pass : null));
  protected readonly diagnoses = computed(() => (this.rights.hasValue() ? this.rights.value().diagnoses : []));
  protected readonly soon = shownSoon(() => this.id(), (mark) => this.diagnoses().some(({ id }) => id === mark), signal(0), () => this.rights.reload());
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  protected readonly confirmed = signal(false);
  private readonly command = newCommand();

  /** Nothing has to be corrected: said once, it is not asked again for six months [emplois/CAN-28]. */
  protected async confirm(): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { confirmCandidate } = await this.gql.run(ConfirmCandidateDocument, { id: this.id(), command: this.command });
      this.resource.set({ candidate: confirmCandidate });
      this.confirmed.set(true);
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
