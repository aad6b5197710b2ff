import { Component, computed, effect, type ElementRef, inject, input, signal, viewChild, type WritableSignal } from '@angular/core';
import { Router } from '@angular/router';
import { AttachNirDocument } from '../shared/graphql/generated/documents/AttachNirDocument';
import { CandidateByEmailDocument } from '../shared/graphql/generated/documents/CandidateByEmailDocument';
import { CandidateByNirDocument } from '../shared/graphql/generated/documents/CandidateByNirDocument';
import { RegisterCandidateDocument } from '../shared/graphql/generated/documents/RegisterCandidateDocument';
import { SuspectedTwinsDocument } from '../shared/graphql/generated/documents/SuspectedTwinsDocument';
import type { CandidateInput, PersonPartsFragment, SuspectedTwinsQuery } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, newCommand } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { safePath } from '../identity/landing';
import { Alert } from '../shared/ui/alert';
import { Confirm } from '../shared/ui/confirm';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { Stepper } from '../shared/ui/stepper';
import { TextField } from '../shared/ui/text-field';
import { CandidateForm, type CandidateDraft, emptyDraft } from './candidate-form';
import { nirProblem, tidyNir } from './words';

type Step = 'nir' | 'email' | 'form';
const steps: readonly Step[] = ['nir', 'email', 'form'];

/** One person, one file: the number first, then the address, and a form only when nobody was found. */
@Component({ selector: 'app-find', imports: [Page, Stepper, TextField, Failure, Alert, Confirm, CandidateForm, DayPipe], templateUrl: './find.page.html' })
export class FindPage {
  /** Where to come back with the candidate, e.g. an application being written. */
  readonly suite = input<string>();
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly duplicate = viewChild.required(Confirm);
  private readonly found = viewChild<ElementRef<HTMLElement>>('found');

  protected readonly step = signal<Step>('nir');
  protected readonly stepNumber = computed(() => steps.indexOf(this.step()));
  protected readonly stepLabels = ['Numéro de sécurité sociale', 'Adresse e-mail', 'Identité et coordonnées'];
  protected readonly nir = signal('');
  protected readonly nirError = signal('');
  protected readonly withoutNir = signal(false);
  protected readonly email = signal('');
  protected readonly emailError = signal('');
  protected readonly match = signal<PersonPartsFragment | null>(null);
  /** The number typed turned out to be somebody else's: the file says why it has none [emplois/CAN-7]. */
  protected readonly nirOfAnother = signal(false);
  /** The person found has no number yet, and the one typed may join their file [emplois/CAN-24]. */
  protected readonly attachable = signal(false);
  /** People of the same name born the same day: one may take their file instead [emplois/CAN-25]. */
  protected readonly twins = signal<SuspectedTwinsQuery['suspectedTwins']>([]);
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  protected readonly draft = signal<CandidateDraft>(emptyDraft);
  private readonly command = newCommand();
  private pending: CandidateInput | null = null;

  constructor() {
    // The button just pressed leaves the page with its form: the focus goes on to the answer.
    effect(() => this.found()?.nativeElement.focus());
  }

  protected async searchNir(event: Event): Promise<void> {
    event.preventDefault();
    this.nirError.set(this.nir() ? nirProblem(this.nir()) : 'Indiquez le numéro de sécurité sociale.');
    if (this.nirError()) return this.withoutNir.set(true);
    this.nirOfAnother.set(false);
    await this.attempt(async () => {
      const { candidateByNir } = await this.gql.run(CandidateByNirDocument, { nir: tidyNir(this.nir()) });
      if (candidateByNir.candidate) return this.match.set(candidateByNir.candidate);
      this.step.set('email');
    });
    this.besideField('nir', this.nirError);
    if (this.nirError()) this.withoutNir.set(true);
  }

  protected async searchEmail(event: Event): Promise<void> {
    event.preventDefault();
    this.emailError.set(/^\S+@\S+\.\S+$/.test(this.email().trim()) ? '' : 'Indiquez une adresse au format nom@domaine.fr, ou continuez sans adresse.');
    if (this.emailError()) return;
    await this.attempt(async () => {
      const { candidateByEmail } = await this.gql.run(CandidateByEmailDocument, { email: this.email().trim() });
      if (candidateByEmail.problem) return this.emailError.set(problemSentence(candidateByEmail.problem));
      this.attachable.set(candidateByEmail.mayAttachNir && !!this.nir());
      if (candidateByEmail.candidate) return this.match.set(candidateByEmail.candidate);
      this.toForm();
    });
    this.besideField('email', this.emailError);
  }

  protected skipNir(): void {
    this.nir.set('');
    this.nirError.set('');
    this.step.set('email');
  }

  protected withoutEmail(): void {
    this.email.set('');
    this.toForm();
  }

  /** Whoever was found, there is a way on: their number or their address is not our candidate's, the search goes on without it. */
  protected notThem(): void {
    this.match.set(null);
    this.attachable.set(false);
    this.failure.set(null);
    if (this.step() === 'nir') {
      this.nirOfAnother.set(true);
      return this.skipNir();
    }
    this.email.set('');
    this.emailError.set('Cette adresse est celle d’une autre personne : indiquez celle de votre candidat, ou continuez sans adresse.');
  }

  protected async save(input: CandidateInput, confirmNotDuplicate = false): Promise<void> {
    this.pending = input;
    await this.attempt(async () => {
      const { registerCandidate } = await this.gql.run(RegisterCandidateDocument, { input, confirmNotDuplicate, command: this.command });
      await this.goOn(registerCandidate.id);
    });
    if (!confirmNotDuplicate && this.failure()?.code === 'identity/perhaps-duplicate') await this.showTwins(input);
  }

  /** The number typed joins the file found, then one goes on with it. */
  protected async attach(id: string): Promise<void> {
    await this.attempt(async () => {
      await this.gql.run(AttachNirDocument, { id, nir: tidyNir(this.nir()), command: this.command });
      await this.goOn(id);
    });
  }

  protected async take(id: string): Promise<void> {
    this.duplicate().close();
    await this.goOn(id);
  }

  private async showTwins({ firstName, lastName, birthDate }: CandidateInput): Promise<void> {
    // Without the list, one may still say that it is somebody else.
    const found = await this.gql.run(SuspectedTwinsDocument, { firstName, lastName, birthDate }).catch(() => ({ suspectedTwins: [] }));
    this.twins.set(found.suspectedTwins);
    this.duplicate().open();
  }

  protected async confirmed(): Promise<void> {
    this.duplicate().close();
    if (this.pending) await this.save(this.pending, true);
  }

  protected async goOn(id: string): Promise<void> {
    const back = this.suite();
    if (!back) return void (await this.router.navigate(['/candidats', id]));
    const tree = this.router.parseUrl(safePath(back));
    tree.queryParams = { ...tree.queryParams, candidat: id };
    await this.router.navigateByUrl(tree);
  }

  private toForm(): void {
    const nirReason = this.nirOfAnother() ? 'NIR_ASSOCIATED_TO_OTHER' : '';
    this.draft.set({ ...emptyDraft, nir: tidyNir(this.nir()), nirReason, email: this.email().trim() });
    this.step.set('form');
  }

  /** What the server says of the only field of a step is read beside it, not at the head of the page. */
  private besideField(name: string, error: WritableSignal<string>): void {
    const sentence = this.failure()?.field(name);
    if (!sentence) return;
    error.set(sentence);
    this.failure.set(null);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}

function problemSentence(code: string): string {
  if (/professional/.test(code)) return 'Cette adresse est celle d’un professionnel : utilisez l’adresse personnelle du candidat.';
  return 'Cette valeur ne peut pas être utilisée : vérifiez la saisie.';
}
