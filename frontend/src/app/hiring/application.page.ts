import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AddToPoolDocument } from '../shared/graphql/generated/documents/AddToPoolDocument';
import { ApplicationDocument } from '../shared/graphql/generated/documents/ApplicationDocument';
import { ArchiveDocument } from '../shared/graphql/generated/documents/ArchiveDocument';
import { CancelHireDocument } from '../shared/graphql/generated/documents/CancelHireDocument';
import { PostponeDocument } from '../shared/graphql/generated/documents/PostponeDocument';
import { PutUnderStudyDocument } from '../shared/graphql/generated/documents/PutUnderStudyDocument';
import { UnarchiveDocument } from '../shared/graphql/generated/documents/UnarchiveDocument';
import type { ApplicationPartsFragment } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { DayPipe, formatDay, today } from '../shared/format';
import { JustSaved, shownSoon } from '../shared/just-saved';
import { liveChanges } from '../shared/session/live';
import { Session } from '../shared/session/session';
import { PassSummary } from '../approvals/pass-summary';
import { DiagnosisView } from '../candidates/diagnosis-view';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { Checks } from '../shared/ui/checks';
import { Confirm } from '../shared/ui/confirm';
import { Download } from '../shared/ui/download';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { LiveNote } from '../shared/ui/live-note';
import { Page } from '../shared/ui/page';
import { reference, titleAbout } from '../shared/ui/page-title';
import { ResourceState } from '../shared/ui/resource-state';
import { StatusBadge } from '../shared/status-badge';
import { TextField } from '../shared/ui/text-field';
import { Timeline } from '../shared/ui/timeline';
import { Comments } from './comments';

type Panel = 'postpone' | 'addToPool' | null;

const COMMENTS = 'comments:';
const DAYS_VISIBLE = 730;
const daysSince = (day: string) => (Date.parse(today()) - Date.parse(day)) / 86_400_000;

/** One application, its story, and the actions the server says this viewer may take now. */
@Component({
  selector: 'app-application',
  imports: [RouterLink, Page, ResourceState, Empty, Failure, Alert, Checks, Confirm, StatusBadge, TextField, Timeline, PassSummary, Download, DiagnosisView, LiveNote, DayPipe, Comments],
  templateUrl: './application.page.html',
})
export class ApplicationPage {
  readonly id = input.required<string>();
  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  private readonly saved = inject(JustSaved);
  protected readonly session = inject(Session);
  private readonly cancelQuestion = viewChild(Confirm);

  protected readonly resource = gqlResource(ApplicationDocument, () => ({ id: this.id() }));
  private readonly fetched = computed(() => (this.resource.hasValue() ? (this.resource.value().application ?? null) : null));
  /** The answer of an action stands until what is read is not older than it. */
  protected readonly application = linkedSignal<ApplicationPartsFragment | null, ApplicationPartsFragment | null>({
    source: this.fetched,
    computation: (now, before) => (now && before?.value?.id === now.id && before.value.lastChange > now.lastChange ? before.value : now),
  });
  protected readonly loaded = computed(() => this.resource.hasValue());
  /** How many times colleagues were heard. */
  protected readonly talk = signal(0);
  protected readonly changes = liveChanges(() => {
    const open = this.resource.hasValue() ? this.resource.value().application : undefined;
    const listens = this.session.role() !== 'prescriber' || this.session.canDiagnose();
    return [...(open && listens ? [`candidate:${open.candidate.id}`] : []), ...(open?.comments ? [`${COMMENTS}${open.id}`] : [])];
  }, (topic) => topic.startsWith(COMMENTS) && (this.talk.update((n) => n + 1), true));
  protected readonly soon = shownSoon(() => this.id(), (mark) => (this.fetched()?.lastChange ?? '') >= mark, this.changes, () => this.resource.reload());
  protected readonly panel = signal<Panel>(null);
  protected readonly answer = signal('');
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly command = linkedSignal(() => {
    this.application();
    return newCommand();
  });
  protected readonly back = computed(() => {
    const role = this.session.role();
    if (role === 'candidate') return { label: 'Mes candidatures', link: '/mon-espace/candidatures' };
    return role === 'employer' ? { label: 'Candidatures reçues', link: '/candidatures/recues' } : { label: 'Candidatures envoyées', link: '/candidatures/envoyees' };
  });

  /** An employer sees an application for 730 days, a hire for ever: cancelled, an old one would vanish [emplois/CNL-5]. */
  protected readonly old = computed(() => daysSince(this.application()?.submittedOn ?? today()) >= DAYS_VISIBLE);

  constructor() {
    titleAbout(() => this.about());
  }

  /** Nothing that names the person. */
  private about(): string {
    const known = this.application();
    return known ? `${known.company.name}, ${formatDay(known.submittedOn, 'short')}, ${reference(known.id)}` : '';
  }

  protected may(action: string): boolean {
    return this.application()?.actions.includes(action) ?? false;
  }

  protected show(panel: Panel): void {
    this.answer.set(panel === 'addToPool' ? 'Votre profil nous intéresse. Nous n’avons pas de poste à vous proposer aujourd’hui et gardons votre candidature pour une prochaine ouverture.' : '');
    this.panel.set(panel);
  }

  protected study(): Promise<void> {
    return this.act('Candidature à l’étude', async (id, command) => (await this.gql.run(PutUnderStudyDocument, { id, command })).putUnderStudy);
  }

  protected archive(): Promise<void> {
    return this.act('Candidature archivée', async (id, command) => (await this.gql.run(ArchiveDocument, { id, command })).archive);
  }

  protected unarchive(): Promise<void> {
    return this.act('Candidature sortie de l’archive', async (id, command) => (await this.gql.run(UnarchiveDocument, { id, command })).unarchive);
  }

  protected send(event: Event): Promise<void> {
    event.preventDefault();
    const answer = this.answer().trim();
    return this.panel() === 'postpone'
      ? this.act('Candidature en attente', async (id, command) => (await this.gql.run(PostponeDocument, { id, answer, command })).postpone)
      : this.act('Candidature au vivier', async (id, command) => (await this.gql.run(AddToPoolDocument, { id, answer: answer || null, command })).addToPool);
  }

  protected askCancel(): void {
    this.cancelQuestion()?.open();
  }

  protected async cancelHire(): Promise<void> {
    await this.act('Embauche annulée', async (id, command) => (await this.gql.run(CancelHireDocument, { id, command })).cancelHire);
    this.cancelQuestion()?.close();
  }

  /** What an action answered, which lists may be late to show. */
  protected take(answered: ApplicationPartsFragment): void {
    if (answered.behind) this.saved.keep(answered.id, answered.lastChange);
    this.application.set(answered);
  }

  private async act(said: string, call: (id: string, command: string) => Promise<ApplicationPartsFragment>): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      const answered = await call(this.id(), this.command());
      this.take(answered);
      this.panel.set(null);
      this.announcer.say(said);
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
