import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { ApplicationsDocument } from '../shared/graphql/generated/documents/ApplicationsDocument';
import type { ApplicationRowFragment } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource } from '../shared/graphql/gql';
import { csvFile } from '../shared/csv';
import { DayPipe, formatDay } from '../shared/format';
import { Labels } from '../shared/labels';
import { liveChanges } from '../shared/session/live';
import { Session } from '../shared/session/session';
import { Announcer } from '../shared/ui/announcer';
import { Cell } from '../shared/ui/cell';
import { CheckGroup } from '../shared/ui/check-group';
import { Download } from '../shared/ui/download';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { LiveNote } from '../shared/ui/live-note';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { StatusBadge } from '../shared/status-badge';
import { parseSort, writeSort } from '../shared/ui/sort';
import { type Column, type Selectable, Table } from '../shared/ui/table';
import { TextField } from '../shared/ui/text-field';
import { urlFilters } from '../shared/ui/url-filters';
import { Dormant } from './dormant';
import { ListExport } from './list-export';
import { LIST_FILTERS, ListFilters, narrowing } from './list-filters';
import { Together } from './together';

type Box = 'received' | 'sent' | 'mine';
const headings: Record<Box, string> = { received: 'Candidatures reçues', sent: 'Candidatures envoyées', mine: 'Mes candidatures' };

const jobs = (a: ApplicationRowFragment): string => a.jobs.map((j) => j.title).join(', ') || 'Candidature spontanée';
const sender = (a: ApplicationRowFragment): string => a.sender.organisation || a.sender.label;

type Columns = readonly Column<ApplicationRowFragment>[];
const work: Columns = [{ key: 'metiers', label: 'Métiers', value: jobs }];
const by: Columns = [{ key: 'envoyee-par', label: 'Envoyée par', value: sender }];
const dates: Columns = [
  { key: 'envoyee', label: 'Envoyée le', value: (a) => formatDay(a.submittedOn, 'short'), sortable: true },
  { key: 'change', label: 'Dernier changement', value: (a) => formatDay(a.lastChange, 'short'), sortable: true },
  { key: 'etat', label: 'État' },
];
const columns: Record<Box, Columns> = {
  received: [{ key: 'nom', label: 'Candidat' }, ...work, ...by, ...dates],
  sent: [{ key: 'nom', label: 'Candidat' }, { key: 'employeur', label: 'Employeur', value: (a) => `${a.company.name} (${a.company.kind})` }, ...work, ...dates],
  mine: [{ key: 'nom', label: 'Employeur' }, ...work, ...by, ...dates],
};
/** What the server calls the columns one sorts by. */
const ORDERS: Readonly<Record<string, string>> = { envoyee: 'sent', change: 'changed' };
const byCandidate: Selectable<ApplicationRowFragment> = { key: (a) => a.id, name: (a) => `la candidature de ${a.candidate.displayName}` };

/** Applications seen from one side; filters in the address, except names, which stay out of it. */
@Component({
  selector: 'app-applications',
  imports: [RouterLink, Page, ResourceState, Empty, Failure, StatusBadge, CheckGroup, SelectField, TextField, LiveNote, Table, Cell, Download, Dormant, ListExport, ListFilters, Together, DayPipe],
  templateUrl: './applications.page.html',
})
export class ApplicationsPage {
  readonly box = input<Box>('received');

  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  protected readonly session = inject(Session);
  protected readonly labels = inject(Labels);

  protected readonly heading = computed(() => headings[this.box()]);
  protected readonly filters = urlFilters({ statuts: [], du: '', au: '', candidat: '', archives: '', dormantes: '', ...LIST_FILTERS });
  protected readonly archives = [{ code: 'archived', label: 'Archivées' }, { code: 'all', label: 'Actives et archivées' }];
  protected readonly name = signal('');
  private readonly askedName = signal('');

  private readonly filter = computed(() => {
    const asked = this.filters.asked();
    const { statuts, du, au, candidat, archives, dormantes } = asked;
    return { ...narrowing(asked), box: this.box(), statuses: statuts.length ? [...statuts] : null, search: this.askedName() || null, candidateId: candidat || null, from: du || null, to: au || null, archived: archives || null, dormant: dormantes === 'oui' || null };
  });
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly order = computed(() => {
    const sort = parseSort(this.query().get('tri'));
    const key = sort && ORDERS[sort.key];
    return key ? writeSort({ ...sort, key }) : null;
  });
  protected readonly asked = computed(() => ({ filter: this.filter(), first: 20, order: this.order(), received: this.box() === 'received' }));
  protected readonly resource = gqlResource(ApplicationsDocument, () => this.asked());
  private readonly more = linkedSignal<unknown, { items: readonly ApplicationRowFragment[]; next: string | null } | null>({ source: () => this.resource.value(), computation: () => null });
  protected readonly first = computed(() => (this.resource.hasValue() ? this.resource.value().applications : null));
  protected readonly dormant = computed(() => (this.resource.hasValue() && !this.asked().filter.dormant && this.resource.value().dormantApplications) || 0);
  protected readonly items = computed(() => [...(this.first()?.items ?? []), ...(this.more()?.items ?? [])]);
  protected readonly next = computed(() => (this.more() ? this.more()?.next : this.first()?.next) ?? null);
  protected readonly loadingMore = signal(false);
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly choices = computed(() => {
    const counts = new Map((this.first()?.counts ?? []).map((c) => [c.status, c.count]));
    const prepares = this.box() !== 'received' || this.session.current()?.kind === 'GEIQ';
    return this.labels.statuses().filter((s) => prepares || s.code !== 'prior_to_hire').map((s) => ({ code: s.code, label: `${s.label} (${counts.get(s.code) ?? 0})` }));
  });
  /** The values one may choose from are read once the filters are looked at. */
  protected readonly looked = signal(false);
  protected readonly filtered = computed(() => this.filters.active() || !!this.askedName());
  protected readonly columns = computed(() => columns[this.box()]);
  protected readonly selectable = computed(() => (this.box() === 'received' ? byCandidate : null));
  protected readonly selected = linkedSignal<unknown, readonly string[]>({ source: () => this.asked(), computation: () => [] });
  protected readonly chosen = computed(() => this.items().filter(({ id }) => this.selected().includes(id)));
  protected readonly changes = liveChanges(() => {
    const company = this.session.current()?.organisationId;
    return this.box() === 'received' && company ? [`company:${company}`] : [];
  });

  constructor() {
    effect(() => {
      const page = this.first();
      if (page?.total) untracked(() => this.announcer.say(this.totalSentence(page.total)));
    });
  }

  protected totalSentence(total: number): string {
    return `${total} ${total > 1 ? 'candidatures' : 'candidature'}`;
  }

  protected decided(): void {
    this.selected.set([]);
    this.resource.reload();
  }

  protected apply(event: Event): void {
    this.askedName.set(this.name().trim());
    this.filters.apply(event);
  }

  protected clear(): void {
    this.name.set('');
    this.askedName.set('');
    this.filters.clear();
  }

  protected async loadMore(): Promise<void> {
    this.loadingMore.set(true);
    this.failure.set(null);
    try {
      const { applications } = await this.gql.run(ApplicationsDocument, { ...this.asked(), after: this.next() });
      this.more.update((now) => ({ items: [...(now?.items ?? []), ...applications.items], next: applications.next ?? null }));
      this.announcer.say(`${applications.items.length} candidatures de plus`);
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.loadingMore.set(false);
    }
  }

  protected readonly csv = (): Blob =>
    csvFile(
      ['Candidat', 'Employeur', 'Type', 'Métiers', 'Envoyée par', 'Date', 'État', 'Début', 'Fin'],
      this.items().map((a) => [
        a.candidate.displayName, a.company.name, a.company.kind, jobs(a), sender(a), formatDay(a.submittedOn, 'short'), a.statusLabel, formatDay(a.startsOn, 'short'), formatDay(a.endsOn, 'short'),
      ]),
    );
}
