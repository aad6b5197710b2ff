import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AcceptDocument } from '../shared/graphql/generated/documents/AcceptDocument';
import { AdvisorsDocument } from '../shared/graphql/generated/documents/AdvisorsDocument';
import { ApplicationDocument } from '../shared/graphql/generated/documents/ApplicationDocument';
import { EligibilityDocument } from '../shared/graphql/generated/documents/EligibilityDocument';
import { GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { DayPipe, today } from '../shared/format';
import { JustSaved } from '../shared/just-saved';
import { CriteriaPicker } from '../candidates/criteria-picker';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { Checks } from '../shared/ui/checks';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';

const missing = (field: string, code: string, message: string) => new GqlError(message, code, [{ field, code, message }]);
const startMissing = missing('startsOn', 'hiring/start-missing', 'Indiquez la date de début du contrat.');
const jobMissing = missing('jobId', 'hiring/job-required', 'Indiquez le poste retenu : il est obligatoire pour un GEIQ.');

/** Accepting: eligibility explained, the employer's own diagnosis when it is needed, then the contract. */
@Component({
  selector: 'app-accept',
  imports: [RouterLink, Page, ResourceState, Empty, Failure, Alert, Checks, CriteriaPicker, TextField, SelectField, DayPipe],
  templateUrl: './accept.page.html',
})
export class AcceptPage {
  readonly id = input.required<string>();
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly saved = inject(JustSaved);

  protected readonly resource = gqlResource(ApplicationDocument, () => ({ id: this.id() }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly application = computed(() => (this.resource.hasValue() ? this.resource.value().application : null));
  protected readonly criteria = signal<readonly string[]>([]);
  /** Asked again at each tick of a criterion: the server says what is enough. */
  protected readonly eligibilityResource = gqlResource(EligibilityDocument, () => {
    const a = this.application();
    return a ? { candidateId: a.candidate.id, companyId: a.company.id, applicationId: a.id, criteria: this.criteria().length ? [...this.criteria()] : null } : undefined;
  });
  /** Kept while the next answer comes, so that the form does not blink. */
  protected readonly eligibility = linkedSignal<ReturnType<AcceptPage['answered']>, ReturnType<AcceptPage['answered']>>({
    source: () => this.answered(),
    computation: (now, before) => now ?? before?.value ?? null,
  });
  private readonly mustDiagnose = linkedSignal<boolean | null, boolean>({
    source: () => this.eligibility()?.diagnosisRequired ?? null,
    computation: (now, before) => (before?.value ?? false) || now === true,
  });
  protected readonly diagnosing = computed(() => this.mustDiagnose() || this.criteria().length > 0);
  protected readonly unidentified = computed(() => this.eligibility()?.checks.some(({ code, met }) => code === 'hiring/check/identified' && !met) ?? false);
  protected readonly start = signal(today());
  protected readonly end = signal('');
  protected readonly job = linkedSignal(() => (this.application()?.jobs.length === 1 ? (this.application()?.jobs[0]?.id ?? '') : ''));
  /** Any job open here may be the one retained, as well as those applied for [emplois/ACP-2]. */
  protected readonly jobs = computed(() => {
    const a = this.application();
    const titles = new Map([...(a?.jobs ?? []), ...(a?.openJobs ?? [])].map((j) => [j.id, j.title]));
    return [...titles].map(([code, label]) => ({ code, label }));
  });
  protected readonly geiq = computed(() => this.application()?.company.kind === 'GEIQ');
  private readonly colleagues = gqlResource(AdvisorsDocument, () => ({ id: this.id() }));
  protected readonly advisors = computed(() => (this.colleagues.hasValue() ? (this.colleagues.value().application?.advisors ?? []).map((m) => ({ code: m.id, label: m.name })) : []));
  protected readonly advisor = signal('');
  protected readonly answer = signal('');
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly command = newCommand();
  /** A GEIQ may still declare a contract that has begun [emplois/ACP-3]. */
  protected readonly minimum = computed(() => (this.geiq() ? '' : today()));

  private answered() {
    return this.eligibilityResource.hasValue() ? this.eligibilityResource.value().eligibility : null;
  }

  protected async accept(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.start()) return this.failure.set(startMissing);
    if (this.geiq() && !this.job()) return this.failure.set(jobMissing);
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { accept } = await this.gql.run(AcceptDocument, {
        id: this.id(),
        input: { startsOn: this.start(), endsOn: this.end() || null, jobId: this.job() || null, advisor: this.advisor() || null, answer: this.answer().trim() || null, criteria: this.criteria().length ? [...this.criteria()] : null },
        command: this.command,
      });
      if (accept.behind) this.saved.keep(accept.id, accept.lastChange);
      this.announcer.say('Embauche enregistrée');
      await this.router.navigate(['/candidatures', this.id()]);
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
