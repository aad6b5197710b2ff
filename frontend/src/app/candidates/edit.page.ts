import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { CandidateDocument } from '../shared/graphql/generated/documents/CandidateDocument';
import { UpdateCandidateDocument } from '../shared/graphql/generated/documents/UpdateCandidateDocument';
import type { CandidateInput } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { safePath } from '../identity/landing';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { CandidateForm, draftOf } from './candidate-form';
import { NirCorrectionNote } from './nir-correction-note';

@Component({
  selector: 'app-edit-candidate',
  imports: [Page, ResourceState, Failure, CandidateForm, NirCorrectionNote],
  template: `
    <app-page heading="Modifier la fiche candidat" [crumbs]="[{ label: 'Candidats', link: '/candidats' }, { label: 'Fiche', link: ['/candidats', id()] }]">
      <app-resource-state [of]="resource" />
      <app-failure [error]="failure()" heading="La fiche n’a pas pu être modifiée" />
      @if (draft(); as d) {
        <app-candidate-form [start]="d" [startCommune]="commune()" [lockNir]="!!d.nir" [error]="failure()" [busy]="busy()" (saved)="save($event)">
          <app-nir-correction-note [candidateId]="id()" [link]="['/candidats', id(), 'numero']" />
        </app-candidate-form>
      }
    </app-page>
  `,
})
export class EditPage {
  readonly id = input.required<string>();
  /** Where to come back once the file is complete, e.g. a hire being declared. */
  readonly suite = input<string>();
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  protected readonly resource = gqlResource(CandidateDocument, () => ({ id: this.id() }));
  private readonly file = computed(() => (this.resource.hasValue() ? this.resource.value().candidate : null));
  protected readonly draft = computed(() => {
    const file = this.file();
    return file ? draftOf(file) : null;
  });
  protected readonly commune = computed(() => {
    const file = this.file();
    return file?.insee && file.city ? { code: file.insee, label: file.city } : null;
  });
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly command = newCommand();

  protected async save(input: CandidateInput): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.gql.run(UpdateCandidateDocument, { id: this.id(), input, command: this.command });
      await this.router.navigateByUrl(this.suite() ? safePath(this.suite()) : `/candidats/${this.id()}`);
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
