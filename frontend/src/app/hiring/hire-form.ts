import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EligibilityDocument } from '../shared/graphql/generated/documents/EligibilityDocument';
import type { AcceptInput } from '../shared/graphql/generated/graphql';
import { GqlError } from '../shared/graphql/errors';
import { gqlResource } from '../shared/graphql/gql';
import { DayPipe, today } from '../shared/format';
import { CriteriaPicker } from '../candidates/criteria-picker';
import { Alert } from '../shared/ui/alert';
import { Checks } from '../shared/ui/checks';
import type { ComboOption } from '../shared/ui/combobox';
import { Failure } from '../shared/ui/failure';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import { contractInput, contractProblems, NO_CONTRACT } from './contract-draft';
import { GeiqContract } from './geiq-contract';
import { OtherJob } from './other-job';

interface Choice {
  readonly code: string;
  readonly label: string;
}
const missing = (field: string, code: string, message: string) => ({ field, code, message });
const OTHER = { code: 'autre', label: 'Autre métier' };
const startMissing = missing('startsOn', 'hiring/start-missing', 'Indiquez la date de début du contrat.');
const jobMissing = missing('jobId', 'hiring/job-required', 'Indiquez le poste retenu : il est obligatoire pour un GEIQ.');
const otherMissing = missing('otherJob.rome', 'hiring/other-job-missing', 'Indiquez le métier : choisissez-le dans la liste.');
const placeMissing = missing('otherJob.insee', 'hiring/other-job-place-missing', 'Indiquez la commune du lieu de travail : choisissez-la dans la liste.');

/** What is agreed at a hire: eligibility explained, the employer’s own diagnosis when it is needed, then the contract. */
@Component({
  selector: 'app-hire-form',
  imports: [RouterLink, Alert, Checks, CriteriaPicker, Failure, ResourceState, TextField, SelectField, OtherJob, GeiqContract, DayPipe],
  templateUrl: './hire-form.html',
})
export class HireForm {
  readonly candidateId = input.required<string>();
  readonly company = input.required<{ readonly id: string; readonly kind: string }>();
  /** Of the application being accepted; none when a hire is declared. */
  readonly applicationId = input<string | null>(null);
  readonly jobs = input<readonly Choice[]>([]);
  readonly retained = input('');
  readonly advisors = input<readonly Choice[]>([]);
  readonly failure = input<GqlError | null>(null);
  readonly busy = input(false);
  readonly sent = output<AcceptInput>();

  protected readonly criteria = signal<readonly string[]>([]);
  /** Asked again at each tick of a criterion: the server says what is enough. */
  protected readonly eligibilityResource = gqlResource(EligibilityDocument, () => ({
    candidateId: this.candidateId(), companyId: this.company().id, applicationId: this.applicationId(), criteria: this.criteria().length ? [...this.criteria()] : null,
  }));
  /** Kept while the next answer comes, so that the form does not blink. */
  protected readonly eligibility = linkedSignal<ReturnType<HireForm['answered']>, ReturnType<HireForm['answered']>>({
    source: () => this.answered(),
    computation: (now, before) => now ?? before?.value ?? null,
  });
  private readonly mustDiagnose = linkedSignal<boolean | null, boolean>({
    source: () => this.eligibility()?.diagnosisRequired ?? null,
    computation: (now, before) => (before?.value ?? false) || now === true,
  });
  protected readonly diagnosing = computed(() => this.mustDiagnose() || this.criteria().length > 0);
  protected readonly unidentified = computed(() => this.eligibility()?.checks.some(({ code, met }) => code === 'hiring/check/identified' && !met) ?? false);
  /** Where the file, once completed, leads back to: this very form. */
  protected readonly back = computed(() => ({ suite: this.applicationId() ? `/candidatures/${this.applicationId()}/accepter` : `/embaucher?candidat=${this.candidateId()}` }));
  protected readonly start = signal(today());
  protected readonly end = signal('');
  protected readonly job = linkedSignal(() => this.retained());
  protected readonly choices = computed(() => [...this.jobs(), OTHER]);
  /** A job the company may not have described [emplois/ACP-4]. */
  protected readonly other = computed(() => this.job() === OTHER.code);
  protected readonly rome = signal<ComboOption | null>(null);
  protected readonly place = signal<ComboOption | null>(null);
  protected readonly geiq = computed(() => this.company().kind === 'GEIQ');
  protected readonly contract = signal(NO_CONTRACT);
  protected readonly advisor = signal('');
  protected readonly answer = signal('');
  private readonly incomplete = signal<GqlError | null>(null);
  protected readonly problem = computed(() => this.incomplete() ?? this.failure());
  /** A GEIQ may still declare a contract that has begun [emplois/ACP-3]. */
  protected readonly minimum = computed(() => (this.geiq() ? '' : today()));

  private answered() {
    return this.eligibilityResource.hasValue() ? this.eligibilityResource.value().eligibility : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    const missing = this.missing();
    const [first] = missing;
    this.incomplete.set(first ? new GqlError(missing.length > 1 ? 'Complétez les champs signalés.' : first.message, first.code, missing) : null);
    if (first) return;
    this.sent.emit({
      startsOn: this.start(), endsOn: this.end() || null, jobId: this.other() ? null : this.job() || null, advisor: this.advisor() || null, answer: this.answer().trim() || null,
      criteria: this.criteria().length ? [...this.criteria()] : null,
      otherJob: this.other() ? { rome: this.rome()?.code, insee: this.place()?.code } : null,
      contract: this.geiq() ? contractInput(this.contract()) : null,
    });
  }

  private missing() {
    return [
      ...(this.start() ? [] : [startMissing]),
      ...(this.geiq() && !this.job() ? [jobMissing] : []),
      ...(this.other() && !this.rome() ? [otherMissing] : []),
      ...(this.other() && !this.place() ? [placeMissing] : []),
      ...(this.geiq() ? contractProblems(this.contract()) : []),
    ];
  }
}
