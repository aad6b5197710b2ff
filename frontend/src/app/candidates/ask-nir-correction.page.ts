import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CandidateDocument } from '../shared/graphql/generated/documents/CandidateDocument';
import { LastNirCorrectionDocument } from '../shared/graphql/generated/documents/LastNirCorrectionDocument';
import { MyFileDocument } from '../shared/graphql/generated/documents/MyFileDocument';
import { RequestNirCorrectionDocument } from '../shared/graphql/generated/documents/RequestNirCorrectionDocument';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { TextField } from '../shared/ui/text-field';
import { nirProblem, tidyNir } from './words';

const SHORTEST = 10;
const LONGEST = 2000;

/** Another number for a file whose number is read-only: asked of the team, of a candidate one follows or of oneself [emplois/CAN-27]. */
@Component({
  selector: 'app-ask-nir-correction',
  imports: [RouterLink, Page, ResourceState, Alert, Empty, Failure, TextField],
  templateUrl: './ask-nir-correction.page.html',
})
export class AskNirCorrectionPage {
  readonly id = input<string>();
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);

  protected readonly own = computed(() => this.session.role() === 'candidate');
  protected readonly theirs = gqlResource(CandidateDocument, () => (this.own() || !this.id() ? undefined : { id: this.id() ?? '' }));
  protected readonly mine = gqlResource(MyFileDocument, () => (this.own() ? {} : undefined));
  protected readonly file = computed(() => (this.own() ? this.mine.hasValue() && this.mine.value().myFile : this.theirs.hasValue() && this.theirs.value().candidate) || null);
  protected readonly loaded = computed(() => this.mine.hasValue() || this.theirs.hasValue());
  protected readonly last = gqlResource(LastNirCorrectionDocument, () => (this.file()?.nir ? { candidateId: this.file()?.id ?? '' } : undefined));
  protected readonly pending = computed(() => this.last.hasValue() && this.last.value().lastNirCorrection?.state === 'pending');
  /** Where one came from. */
  protected readonly back = computed<string | readonly string[]>(() => (this.own() ? '/mon-espace' : ['/candidats', this.id() ?? '', 'modifier']));
  protected readonly crumbs = computed(() =>
    this.own() ? [{ label: 'Mes données', link: '/mon-espace' }] : [{ label: 'Candidats', link: '/candidats' }, { label: 'Fiche', link: ['/candidats', this.id() ?? ''] }],
  );

  protected readonly longest = LONGEST;
  protected readonly nir = signal('');
  protected readonly nirError = signal('');
  protected readonly justification = signal('');
  protected readonly justificationError = signal('');
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly command = newCommand();

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const length = this.justification().trim().length;
    this.nirError.set(nirProblem(this.nir()));
    this.justificationError.set(length < SHORTEST || length > LONGEST ? `Expliquez la correction en ${SHORTEST} à ${LONGEST} caractères.` : '');
    if (this.nirError() || this.justificationError()) return void setTimeout(() => document.querySelector<HTMLElement>('app-ask-nir-correction [aria-invalid="true"]')?.focus());
    this.busy.set(true);
    this.failure.set(null);
    try {
      const asked = { candidateId: this.file()?.id ?? '', nir: tidyNir(this.nir()), justification: this.justification().trim() };
      await this.gql.run(RequestNirCorrectionDocument, { ...asked, command: this.command });
      this.announcer.say('Demande de correction envoyée');
      await this.router.navigate([this.back()].flat());
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
