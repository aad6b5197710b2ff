import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ApplicationsDocument } from '../shared/graphql/generated/documents/ApplicationsDocument';
import type { ApplicationRowFragment } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource } from '../shared/graphql/gql';
import { downloadCsv } from '../shared/csv';
import { DayPipe, formatDay } from '../shared/format';
import { Labels } from '../shared/labels';
import { liveChanges } from '../shared/session/live';
import { Session } from '../shared/session/session';
import { Announcer } from '../shared/ui/announcer';
import { CheckGroup } from '../shared/ui/check-group';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { LiveNote } from '../shared/ui/live-note';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { StatusBadge } from '../shared/status-badge';
import { TextField } from '../shared/ui/text-field';

type Box = 'received' | 'sent' | 'mine';
const headings: Record<Box, string> = { received: 'Candidatures reçues', sent: 'Candidatures envoyées', mine: 'Mes candidatures' };

/** Applications seen from one side; filters in the address, except names, which stay out of it. */
@Component({
  selector: 'app-applications',
  imports: [RouterLink, Page, ResourceState, Empty, Failure, StatusBadge, CheckGroup, TextField, LiveNote, DayPipe],
  templateUrl: './applications.page.html',
})
export class ApplicationsPage {
  readonly box = input<Box>('received');
  readonly statuts = input<string>();
  readonly du = input<string>();
  readonly au = input<string>();
  readonly candidat = input<string>();

  private readonly router = inject(Router);
  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  protected readonly session = inject(Session);
  protected readonly labels = inject(Labels);

  protected readonly heading = computed(() => headings[this.box()]);
  protected readonly statuses = linkedSignal<readonly string[]>(() => (this.statuts() ?? '').split(',').filter(Boolean));
  protected readonly from = linkedSignal(() => this.du() ?? '');
  protected readonly to = linkedSignal(() => this.au() ?? '');
  protected readonly name = signal('');
  private readonly askedName = signal('');

  private readonly filter = computed(() => ({
    box: this.box(),
    statuses: this.statuts() ? (this.statuts() ?? '').split(',') : null,
    search: this.askedName() || null,
    candidateId: this.candidat() || null,
    from: this.du() || null,
    to: this.au() || null,
  }));
  protected readonly resource = gqlResource(ApplicationsDocument, () => ({ filter: this.filter(), first: 20 }));
  private readonly more = linkedSignal<unknown, { items: readonly ApplicationRowFragment[]; next: string | null } | null>({ source: () => this.resource.value(), computation: () => null });
  protected readonly first = computed(() => (this.resource.hasValue() ? this.resource.value().applications : null));
  protected readonly items = computed(() => [...(this.first()?.items ?? []), ...(this.more()?.items ?? [])]);
  protected readonly next = computed(() => (this.more() ? this.more()?.next : this.first()?.next) ?? null);
  protected readonly loadingMore = signal(false);
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly choices = computed(() => {
    const counts = new Map((this.first()?.counts ?? []).map((c) => [c.status, c.count]));
    return this.labels.statuses().map((s) => ({ code: s.code, label: `${s.label} (${counts.get(s.code) ?? 0})` }));
  });
  protected readonly filtered = computed(() => !!(this.statuts() || this.du() || this.au() || this.askedName() || this.candidat()));
  protected readonly changes = liveChanges(() => {
    const company = this.session.current()?.organisationId;
    return this.box() === 'received' && company ? [`company:${company}`] : [];
  });

  constructor() {
    effect(() => {
      const page = this.first();
      if (page) untracked(() => this.announcer.say(this.totalSentence(page.total)));
    });
  }

  protected totalSentence(total: number): string {
    return `${total} ${total > 1 ? 'candidatures' : 'candidature'}`;
  }

  protected apply(event: Event): void {
    event.preventDefault();
    this.askedName.set(this.name().trim());
    void this.router.navigate([], { queryParams: { statuts: this.statuses().join(',') || null, du: this.from() || null, au: this.to() || null }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    this.name.set('');
    this.askedName.set('');
    void this.router.navigate([], { queryParams: {} });
  }

  protected async loadMore(): Promise<void> {
    this.loadingMore.set(true);
    this.failure.set(null);
    try {
      const { applications } = await this.gql.run(ApplicationsDocument, { filter: this.filter(), first: 20, after: this.next() });
      this.more.update((now) => ({ items: [...(now?.items ?? []), ...applications.items], next: applications.next ?? null }));
      this.announcer.say(`${applications.items.length} candidatures de plus`);
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.loadingMore.set(false);
    }
  }

  protected export(): void {
    const rows = this.items().map((a) => [
      a.candidate.displayName, a.company.name, a.company.kind, a.jobs.map((j) => j.title).join(', ') || 'Candidature spontanée',
      a.sender.organisation ?? a.sender.label, formatDay(a.submittedOn, 'short'), a.statusLabel, formatDay(a.startsOn, 'short'), formatDay(a.endsOn, 'short'),
    ]);
    downloadCsv('candidatures', ['Candidat', 'Employeur', 'Type', 'Métiers', 'Envoyée par', 'Date', 'État', 'Début', 'Fin'], rows);
  }
}
