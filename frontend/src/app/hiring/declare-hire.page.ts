import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ApplyCandidateDocument } from '../shared/graphql/generated/documents/ApplyCandidateDocument';
import { CandidatesDocument } from '../shared/graphql/generated/documents/CandidatesDocument';
import { DeclareHireDocument } from '../shared/graphql/generated/documents/DeclareHireDocument';
import { EmployerDocument } from '../shared/graphql/generated/documents/EmployerDocument';
import { HireDeclarationDocument } from '../shared/graphql/generated/documents/HireDeclarationDocument';
import type { AcceptInput } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { JustSaved } from '../shared/just-saved';
import { Session } from '../shared/session/session';
import { StatusBadge } from '../shared/status-badge';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { Combobox, type ComboOption } from '../shared/ui/combobox';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { Stepper } from '../shared/ui/stepper';
import { HireForm } from './hire-form';

/** A hire without an application received: who, what they sent before, then what is agreed [emplois/JA-11]. */
@Component({
  selector: 'app-declare-hire',
  imports: [RouterLink, Page, ResourceState, Alert, Combobox, Stepper, StatusBadge, HireForm, DayPipe],
  templateUrl: './declare-hire.page.html',
})
export class DeclareHirePage {
  readonly candidat = input<string>();
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly saved = inject(JustSaved);
  protected readonly session = inject(Session);

  private readonly companyId = computed(() => this.session.current()?.organisationId);
  protected readonly companyResource = gqlResource(EmployerDocument, () => (this.companyId() ? { id: this.companyId() ?? '' } : undefined));
  protected readonly company = computed(() => (this.companyResource.hasValue() ? this.companyResource.value().employer : null));
  protected readonly candidateResource = gqlResource(ApplyCandidateDocument, () => (this.candidat() ? { id: this.candidat() ?? '' } : undefined));
  protected readonly candidate = computed(() => (this.candidateResource.hasValue() ? this.candidateResource.value().candidate : null));
  protected readonly declarationResource = gqlResource(HireDeclarationDocument, () => (this.candidat() ? { candidateId: this.candidat() ?? '' } : undefined));
  protected readonly declaration = computed(() => (this.declarationResource.hasValue() ? this.declarationResource.value().hireDeclaration : null));
  protected readonly jobs = computed(() => (this.company()?.jobs ?? []).map((j) => ({ code: j.id, label: j.title })));
  protected readonly advisors = computed(() => (this.declaration()?.advisors ?? []).map((m) => ({ code: m.id, label: m.name })));
  /** Said by the reader: none of the applications listed is the one. Nothing to say when there is none. */
  protected readonly noneOfThem = linkedSignal(() => this.declaration()?.earlier.length === 0);

  protected readonly steps = ['Candidat', 'Candidatures précédentes', 'Embauche'];
  protected readonly current = computed(() => (!this.candidat() ? 0 : this.noneOfThem() ? 2 : 1));
  protected readonly picked = signal<ComboOption | null>(null);
  protected readonly pickError = signal('');
  protected readonly findCandidate = async (search: string): Promise<readonly ComboOption[]> => {
    const { candidates } = await this.gql.run(CandidatesDocument, { search });
    return candidates.items.slice(0, 10).map((c) => ({ code: c.id, label: c.displayName, detail: c.city ?? '' }));
  };
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly command = linkedSignal(() => (this.candidat(), newCommand()));

  protected choose(event: Event): void {
    event.preventDefault();
    const picked = this.picked();
    this.pickError.set(picked ? '' : 'Saisissez un nom puis choisissez la personne dans la liste.');
    if (picked) void this.router.navigate([], { queryParams: { candidat: picked.code }, queryParamsHandling: 'merge' });
  }

  protected async declare(input: AcceptInput): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { declareHire } = await this.gql.run(DeclareHireDocument, { candidateId: this.candidat() ?? '', input, command: this.command() });
      if (declareHire.behind) this.saved.keep(declareHire.id, declareHire.lastChange);
      this.announcer.say('Embauche enregistrée');
      await this.router.navigate(['/candidatures', declareHire.id]);
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
