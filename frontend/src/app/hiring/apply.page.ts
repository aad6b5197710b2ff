import { Component, computed, effect, inject, input, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ApplyCandidateDocument } from '../shared/graphql/generated/documents/ApplyCandidateDocument';
import { ApplyDocument } from '../shared/graphql/generated/documents/ApplyDocument';
import { CandidatesDocument } from '../shared/graphql/generated/documents/CandidatesDocument';
import { EligibilityDocument } from '../shared/graphql/generated/documents/EligibilityDocument';
import { EmployerDocument } from '../shared/graphql/generated/documents/EmployerDocument';
import { MyFileDocument } from '../shared/graphql/generated/documents/MyFileDocument';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { JustSaved } from '../shared/just-saved';
import { CriteriaPicker } from '../candidates/criteria-picker';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { Checks } from '../shared/ui/checks';
import { CheckGroup } from '../shared/ui/check-group';
import { Combobox, type ComboOption } from '../shared/ui/combobox';
import { Confirm } from '../shared/ui/confirm';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { titleAbout } from '../shared/ui/page-title';
import { RadioGroup } from '../shared/ui/radio-group';
import { ResourceState } from '../shared/ui/resource-state';
import { Stepper } from '../shared/ui/stepper';
import { TextField } from '../shared/ui/text-field';

/** One application = one candidate + one employer, whichever was known first. Both are in the address; nothing personal is. */
@Component({
  selector: 'app-apply',
  imports: [RouterLink, Page, ResourceState, Failure, Alert, Checks, CheckGroup, Combobox, Confirm, CriteriaPicker, RadioGroup, Stepper, TextField],
  templateUrl: './apply.page.html',
})
export class ApplyPage {
  readonly employeur = input<string>();
  readonly candidat = input<string>();
  readonly metiers = input<string>();

  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly saved = inject(JustSaved);
  protected readonly session = inject(Session);
  private readonly repeat = viewChild.required(Confirm);

  protected readonly self = computed(() => this.session.role() === 'candidate');
  private readonly mine = gqlResource(MyFileDocument, () => (this.self() ? {} : undefined));
  protected readonly candidateResource = gqlResource(ApplyCandidateDocument, () => (!this.self() && this.candidat() ? { id: this.candidat() ?? '' } : undefined));
  protected readonly employerResource = gqlResource(EmployerDocument, () => (this.employeur() ? { id: this.employeur() ?? '' } : undefined));
  protected readonly candidate = computed(() => {
    if (this.self()) return this.mine.hasValue() ? (this.mine.value().myFile ?? null) : null;
    return this.candidateResource.hasValue() ? (this.candidateResource.value().candidate ?? null) : null;
  });
  protected readonly employer = computed(() => (this.employerResource.hasValue() ? (this.employerResource.value().employer ?? null) : null));
  protected readonly ready = computed(() => !!this.candidate() && !!this.employer());

  protected readonly picked = signal<ComboOption | null>(null);
  protected readonly pickError = signal('');
  protected readonly here = computed(() => this.router.serializeUrl(this.router.createUrlTree(['/candidater'], { queryParams: this.params() })));
  protected readonly findCandidate = async (search: string): Promise<readonly ComboOption[]> => {
    const { candidates } = await this.gql.run(CandidatesDocument, { search });
    return candidates.items.slice(0, 10).map((c) => ({ code: c.id, label: c.displayName, detail: c.city ?? '' }));
  };

  protected readonly jobs = linkedSignal<readonly string[]>(() => (this.metiers() ?? '').split(',').filter(Boolean));
  protected readonly jobChoices = computed(() => (this.employer()?.jobs ?? []).map((j) => ({ code: j.id, label: j.title, hint: [j.contractTypeLabel, j.city].filter(Boolean).join(' · ') })));
  protected readonly message = signal('');
  protected readonly messageError = signal('');
  protected readonly jobsError = signal('');
  protected readonly diagnose = signal('no');
  protected readonly criteria = signal<readonly string[]>([]);
  protected readonly eligibilityResource = gqlResource(EligibilityDocument, () =>
    this.ready() ? { candidateId: this.candidate()?.id ?? '', companyId: this.employer()?.id ?? '', criteria: null } : undefined,
  );
  protected readonly eligibility = computed(() => (this.eligibilityResource.hasValue() ? this.eligibilityResource.value().eligibility : null));
  /** Said before anything is written: this employer cannot receive the person for now [emplois/PASS-15]. */
  protected readonly waiting = computed(() => this.eligibility()?.checks.some((c) => c.rule === 'emplois/PASS-13' && !c.met) ?? false);
  protected readonly offerDiagnosis = computed(() => this.session.canDiagnose() && !!this.eligibility()?.diagnosisRequired);
  protected readonly ownCompany = computed(() => this.session.current()?.organisationId === this.employeur());

  /** Closed to others, never to the employer’s own members [emplois/CMP-5]. */
  protected readonly spontaneous = computed(() => this.ownCompany() || (this.employer()?.spontaneousOpen ?? false));

  protected readonly steps = computed(() => [...(this.self() ? [] : ['Candidat']), 'Employeur', 'Candidature']);
  protected readonly current = computed(() => {
    if (this.ready()) return this.steps().length - 1;
    return !this.self() && !this.candidat() ? 0 : this.steps().indexOf('Employeur');
  });
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly command = newCommand();

  constructor() {
    titleAbout(() => this.employer()?.name ?? '');
    effect(() => {
      const step = this.steps()[this.current()];
      if (step) untracked(() => this.announcer.say(`Étape : ${step}`));
    });
  }

  protected choose(event: Event): void {
    event.preventDefault();
    const picked = this.picked();
    this.pickError.set(picked ? '' : 'Saisissez un nom puis choisissez la personne dans la liste.');
    if (picked) void this.router.navigate([], { queryParams: { candidat: picked.code }, queryParamsHandling: 'merge' });
  }

  protected async apply(event: Event | null, confirmRepeat = false): Promise<void> {
    event?.preventDefault();
    this.messageError.set(this.message().trim() || this.ownCompany() ? '' : 'Écrivez un message à l’employeur.');
    this.jobsError.set(this.jobs().length || this.spontaneous() ? '' : 'Choisissez au moins un poste : cet employeur ne prend pas de candidature spontanée.');
    if (this.messageError() || this.jobsError()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { apply } = await this.gql.run(ApplyDocument, {
        input: {
          candidateId: this.candidate()?.id ?? '', companyId: this.employer()?.id ?? '', jobs: [...this.jobs()], message: this.message().trim() || null,
          criteria: this.offerDiagnosis() && this.diagnose() === 'yes' ? [...this.criteria()] : null, confirmRepeat,
        },
        command: this.command,
      });
      if (apply.behind) this.saved.keep(apply.id, apply.lastChange);
      this.announcer.say('Candidature envoyée');
      await this.router.navigate(['/candidatures', apply.id]);
    } catch (error) {
      const refused = toGqlError(error);
      this.failure.set(refused);
      if (!confirmRepeat && refused.code === 'hiring/applied-before') this.repeat().open();
    } finally {
      this.busy.set(false);
    }
  }

  protected async confirmed(): Promise<void> {
    this.repeat().close();
    await this.apply(null, true);
  }

  private params(): Record<string, string> {
    return { ...(this.employeur() ? { employeur: this.employeur() ?? '' } : {}), ...(this.metiers() ? { metiers: this.metiers() ?? '' } : {}) };
  }
}
