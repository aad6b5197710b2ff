import { afterNextRender, Component, computed, effect, type ElementRef, inject, Injector, input, linkedSignal, resource, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { NeedDocument, PublishNeedDocument, SaveNeedDocument } from './generated/graphql';
import { GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { today } from '../shared/format';
import { JustSaved } from '../shared/just-saved';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { CheckGroup } from '../shared/ui/check-group';
import { Combobox } from '../shared/ui/combobox';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { RadioGroup } from '../shared/ui/radio-group';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import { KeptDraft } from './kept-draft';
import type { Acted } from './need-act';
import { Market } from './market';
import { draftOf, emptyDraft, inputOf, type NeedDraft, problemsOf, problemsOfDraft, withKind } from './need-draft';
import { NeedPreview } from './need-preview';
import { Picker } from './picker';
import { Questions } from './questions';

/** Writing a need: kept as a draft, or published to the team that validates it. */
@Component({
  selector: 'app-need-form',
  imports: [RouterLink, Page, ResourceState, Empty, Alert, Failure, TextField, SelectField, RadioGroup, CheckGroup, Combobox, Picker, Questions, NeedPreview],
  templateUrl: './need-form.page.html',
})
export class NeedFormPage {
  /** Absent for a new need. */
  readonly id = input<string>();
  /** What a search or a supplier's page was about: a new need starts there. */
  readonly secteurs = input<string>();
  readonly lieu = input<string>();
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  private readonly saved = inject(JustSaved);
  private readonly injector = inject(Injector);
  protected readonly market = inject(Market);

  protected readonly resource = gqlResource(NeedDocument, () => (this.id() ? { id: this.id() ?? '' } : undefined));
  protected readonly need = computed(() => (this.resource.hasValue() ? (this.resource.value().need ?? null) : null));
  protected readonly editable = computed(() => !this.id() || !!this.need()?.actions.includes('publishNeed'));
  protected readonly answered = computed(() => !this.id() || this.resource.hasValue());
  private readonly kept = computed(() => new KeptDraft(`besoin:${this.session.current()?.organisationId ?? ''}:${this.id() ?? 'nouveau'}`));
  private readonly place = resource({ params: () => (this.id() ? undefined : this.lieu()), loader: ({ params }) => this.market.place(params) });
  private readonly start = computed<NeedDraft>(() => {
    const need = this.need();
    if (need) return draftOf(need);
    const sectors = (this.secteurs() ?? '').split(',').filter(Boolean).map((code) => this.market.sector(code));
    return { ...emptyDraft, sectors, place: this.place.hasValue() ? (this.place.value() ?? null) : null, email: this.session.account()?.email ?? '' };
  });
  protected readonly draft = linkedSignal<NeedDraft>(() => ({ ...this.start(), ...this.kept().read() }));
  /** What the amount chosen would pay [marche/NEED-14]. */
  protected readonly impact = computed(() => this.market.amountBrackets().find(({ code }) => code === this.draft().amount)?.impact ?? '');
  protected readonly resumed = linkedSignal(() => this.kept().read() !== null);
  protected readonly minimum = today();
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  protected readonly previewed = signal(false);
  private readonly onward = viewChild<ElementRef<HTMLElement>>('onward');
  /** One command per content: sent twice unchanged it is one decision, corrected it is another. */
  private readonly command = linkedSignal(() => {
    this.draft();
    return newCommand();
  });

  constructor() {
    effect(() => {
      const draft = this.draft();
      untracked(() => {
        if (this.answered() && draft !== this.start() && this.dirty) this.kept().write(draft);
      });
    });
  }

  private dirty = false;

  protected set(change: Partial<NeedDraft>): void {
    this.dirty = true;
    this.draft.update((now) => ({ ...now, ...change }));
  }

  protected chooseKind(kind: string): void {
    this.dirty = true;
    this.draft.update((now) => withKind(now, kind));
  }

  protected startOver(): void {
    this.kept().forget();
    this.dirty = false;
    this.resumed.set(false);
    this.draft.set(this.start());
  }

  protected problem(field: string): string {
    return this.failure()?.field(field) ?? '';
  }

  /** First what suppliers will read; the form stays as it is behind. */
  protected preview(event: Event): void {
    event.preventDefault();
    if (this.refused(problemsOf(this.draft(), this.minimum))) return;
    this.previewed.set(true);
  }

  protected edit(): void {
    this.previewed.set(false);
    afterNextRender(() => this.onward()?.nativeElement.focus(), { injector: this.injector });
  }

  protected publish(): Promise<void> {
    return this.send([], 'Besoin transmis à l’équipe', async (variables) => (await this.gql.run(PublishNeedDocument, variables)).publishNeed);
  }

  protected save(): Promise<void> {
    return this.send(problemsOfDraft(this.draft(), this.minimum), 'Brouillon enregistré', async (variables) => (await this.gql.run(SaveNeedDocument, variables)).saveNeed);
  }

  private refused(problems: ReturnType<typeof problemsOf>): boolean {
    this.failure.set(problems.length ? new GqlError(problems.length > 1 ? 'Corrigez ces champs :' : (problems[0]?.message ?? ''), 'form/incomplete', problems) : null);
    return problems.length > 0;
  }

  private async send(problems: ReturnType<typeof problemsOf>, said: string, call: (variables: { id: string | null; input: ReturnType<typeof inputOf>; command: string }) => Promise<Acted>): Promise<void> {
    if (this.refused(problems)) return;
    this.busy.set(true);
    try {
      const { id, behind, lastChange } = await call({ id: this.id() ?? null, input: inputOf(this.draft()), command: this.command() });
      this.kept().forget();
      if (behind) this.saved.keep(id, lastChange);
      this.announcer.say(said);
      await this.router.navigate(['/besoins', id]);
    } catch (error) {
      this.failure.set(toGqlError(error));
      this.previewed.set(false);
    } finally {
      this.busy.set(false);
    }
  }
}
