import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ApplicationDocument } from '../shared/graphql/generated/documents/ApplicationDocument';
import { RefuseDocument } from '../shared/graphql/generated/documents/RefuseDocument';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { JustSaved } from '../shared/just-saved';
import { Labels } from '../shared/labels';
import { Announcer } from '../shared/ui/announcer';
import { CheckGroup } from '../shared/ui/check-group';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { RadioGroup } from '../shared/ui/radio-group';
import { ResourceState } from '../shared/ui/resource-state';
import { Stepper } from '../shared/ui/stepper';
import { TextField } from '../shared/ui/text-field';

/** What each step asks for, as the mutation names it. */
const FIELDS_OF_STEPS = ['reason', 'answer', 'privateAnswer'];

/** Declining: the reason, the answer to the candidate, and when a professional sent the application, an answer for them alone. */
@Component({
  selector: 'app-refuse',
  imports: [RouterLink, Page, ResourceState, Empty, Failure, Stepper, RadioGroup, CheckGroup, TextField],
  templateUrl: './refuse.page.html',
})
export class RefusePage {
  readonly id = input.required<string>();
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly saved = inject(JustSaved);
  private readonly labels = inject(Labels);

  protected readonly resource = gqlResource(ApplicationDocument, () => ({ id: this.id() }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly application = computed(() => (this.resource.hasValue() ? this.resource.value().application : null));
  protected readonly reasons = computed(() => {
    const geiq = this.application()?.company.kind === 'GEIQ';
    return this.labels.refusalReasons().filter((r) => r.proposed && !(geiq && r.excludedForGeiq));
  });
  private readonly byPrescriber = computed(() => /prescriber|orienter/i.test(this.application()?.sender.kind ?? ''));
  protected readonly steps = computed(() => ['Motif', 'Réponse au candidat', ...(this.byPrescriber() ? ['Réponse au prescripteur'] : [])]);
  protected readonly step = signal(0);
  protected readonly last = computed(() => this.step() === this.steps().length - 1);
  protected readonly reason = signal('');
  protected readonly share = signal<readonly string[]>([]);
  protected readonly answer = linkedSignal(() => this.reasons().find((r) => r.code === this.reason())?.defaultAnswer ?? '');
  protected readonly privateAnswer = signal('');
  protected readonly problem = signal('');
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly command = newCommand();

  protected async next(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(this.missing());
    if (this.problem()) return;
    if (!this.last()) return this.step.update((n) => n + 1);
    await this.refuse();
  }

  protected previous(): void {
    this.step.update((n) => Math.max(0, n - 1));
  }

  private missing(): string {
    if (this.step() === 0) return this.reason() ? '' : 'Choisissez un motif.';
    if (this.step() === 1) return this.answer().trim() ? '' : 'Écrivez une réponse au candidat.';
    return this.privateAnswer().trim() ? '' : 'Écrivez une réponse au prescripteur : elle l’aide à orienter la personne.';
  }

  private async refuse(): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      const input = { reason: this.reason(), shareReason: this.share().includes('share'), answer: this.answer().trim(), privateAnswer: this.privateAnswer().trim() || null };
      const { refuse } = await this.gql.run(RefuseDocument, { id: this.id(), input, command: this.command });
      if (refuse.behind) this.saved.keep(refuse.id, refuse.lastChange);
      this.announcer.say('Candidature déclinée');
      await this.router.navigate(['/candidatures', this.id()]);
    } catch (error) {
      const refused = toGqlError(error);
      this.failure.set(refused);
      const concerned = FIELDS_OF_STEPS.findIndex((field) => refused.field(field));
      if (concerned >= 0) this.step.set(concerned);
    } finally {
      this.busy.set(false);
    }
  }
}
