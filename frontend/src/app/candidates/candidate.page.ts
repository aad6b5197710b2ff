import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CandidateDocument } from '../shared/graphql/generated/documents/CandidateDocument';
import { CandidateRightsDocument } from '../shared/graphql/generated/documents/CandidateRightsDocument';
import { gqlResource } from '../shared/graphql/gql';
import { PassSummary } from '../approvals/pass-summary';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { DiagnosisView } from './diagnosis-view';
import { FileView } from './file-view';

@Component({ selector: 'app-candidate', imports: [RouterLink, Page, ResourceState, Empty, Alert, FileView, DiagnosisView, PassSummary], templateUrl: './candidate.page.html' })
export class CandidatePage {
  readonly id = input.required<string>();
  protected readonly session = inject(Session);
  protected readonly resource = gqlResource(CandidateDocument, () => ({ id: this.id() }));
  protected readonly rights = gqlResource(CandidateRightsDocument, () => ({ candidateId: this.id() }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly file = computed(() => (this.resource.hasValue() ? this.resource.value().candidate : null));
  protected readonly pass = computed(() => (this.rights.hasValue() ? this.rights.value().pass : null));
  protected readonly diagnoses = computed(() => (this.rights.hasValue() ? this.rights.value().diagnoses : []));
}
