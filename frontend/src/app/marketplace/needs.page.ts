import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NeedRowFragment, NeedsDocument, NeedsToValidateDocument, ReceivedNeedsDocument } from './generated/graphql';
import { toGqlError } from '../shared/graphql/errors';
import { gqlResource } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { liveChanges } from '../shared/session/live';
import { Session } from '../shared/session/session';
import { Cell } from '../shared/ui/cell';
import { Empty } from '../shared/ui/empty';
import { LiveNote } from '../shared/ui/live-note';
import { Page } from '../shared/ui/page';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { type Column, Table } from '../shared/ui/table';
import { urlFilters } from '../shared/ui/url-filters';
import { AMOUNT_FILTERS, AmountFilter, amountAsked } from './amount-filter';
import { Market } from './market';
import { NeedBadge } from './need-badge';

const ALL = 'tous';
type Box = 'mine' | 'received' | 'moderation';
const headings: Record<Box, string> = { mine: 'Mes besoins', received: 'Besoins reçus', moderation: 'Besoins à valider' };
const answers = [
  { code: 'matched', label: 'À traiter' },
  { code: 'interested', label: 'Intéressé' },
  { code: 'declined', label: 'Pas intéressé' },
  { code: 'closed', label: 'Clôturés sans réponse' },
  { code: 'hidden', label: 'Masqués' },
];

const need: Column<NeedRowFragment> = { key: 'besoin', label: 'Besoin' };
const buyer: Column<NeedRowFragment> = { key: 'acheteur', label: 'Acheteur', value: (n) => n.buyer?.name ?? 'Acheteur anonyme' };
const place: Column<NeedRowFragment> = { key: 'lieu', label: 'Lieu d’intervention', value: (n) => n.placeLabel };
const deadline: Column<NeedRowFragment> = { key: 'cloture', label: 'Clôture' };
const submitted: Column<NeedRowFragment> = { key: 'depot', label: 'Déposé le' };
const status: Column<NeedRowFragment> = { key: 'etat', label: 'État' };
const matched: Column<NeedRowFragment> = { key: 'ciblees', label: 'Ciblées', numeric: true, value: (n) => n.counts?.matched };
const viewed: Column<NeedRowFragment> = { key: 'vues', label: 'Ont vu', numeric: true, value: (n) => n.counts?.viewed };
const interested: Column<NeedRowFragment> = { key: 'interessees', label: 'Intéressées', numeric: true, value: (n) => n.counts?.interested };
const columns: Record<Box, readonly Column<NeedRowFragment>[]> = {
  mine: [need, place, submitted, deadline, matched, viewed, interested, status],
  received: [need, buyer, place, { key: 'recu', label: 'Reçu le' }, deadline, status],
  moderation: [need, buyer, place, submitted, deadline, status],
};

const newOnes = (label: string, count: number): string => (count ? `${label} (${count} ${count > 1 ? 'nouveaux' : 'nouveau'})` : label);

/** Needs seen from one side: their buyer, the suppliers that match, or the team. State and kind are in the address. */
@Component({ selector: 'app-needs', imports: [RouterLink, AmountFilter, Page, ResourceState, Empty, NeedBadge, LiveNote, Table, Cell, Pagination, SelectField, DayPipe], templateUrl: './needs.page.html' })
export class NeedsPage {
  readonly box = input<Box>('mine');
  private readonly session = inject(Session);
  protected readonly market = inject(Market);
  protected readonly filters = urlFilters({ etat: '', nature: '', ...AMOUNT_FILTERS });

  protected readonly heading = computed(() => headings[this.box()]);
  protected readonly columns = computed(() => columns[this.box()]);
  private readonly asked = computed(() => ({ kind: this.filters.asked().nature || null, page: this.filters.page() }));
  private readonly mine = gqlResource(NeedsDocument, () => (this.box() === 'mine' ? { status: this.state(), ...this.asked() } : undefined));
  private readonly received = gqlResource(ReceivedNeedsDocument, () => (this.box() === 'received' ? { state: this.state(), ...this.asked() } : undefined));
  private readonly moderation = gqlResource(NeedsToValidateDocument, () => (this.box() === 'moderation' ? this.moderated() : undefined));
  private readonly moderated = computed(() => {
    const amount = amountAsked(this.filters.asked());
    // What is no amount is said beside its field, and nothing is asked.
    return amount === 'wrong' ? undefined : { status: this.state() === ALL ? '' : (this.state() ?? 'submitted'), ...this.asked(), amount };
  });
  protected readonly resource = computed(() => ({ mine: this.mine, received: this.received, moderation: this.moderation })[this.box()]);
  protected readonly list = computed(() => {
    if (this.mine.hasValue()) return this.mine.value().needs;
    if (this.received.hasValue()) return this.received.value().receivedNeeds;
    return this.moderation.hasValue() ? this.moderation.value().needsToValidate : null;
  });
  /** The team starts with what waits for it. */
  protected readonly state = computed(() => this.filters.asked().etat || (this.box() === 'moderation' ? 'submitted' : null));
  protected readonly states = computed(() => {
    const counts = new Map((this.list()?.counts ?? []).map((c) => [c.status, c.count]));
    const named = (c: { code: string; label: string }) => ({ code: c.code, label: counts.has(c.code) ? `${c.label} (${counts.get(c.code) ?? 0})` : c.label });
    if (this.box() === 'received') return [{ code: null, label: 'Tous' }, ...answers.map(named)];
    const statuses = this.market.needStatuses().filter((s) => this.box() === 'mine' || s.code !== 'draft');
    return this.box() === 'mine' ? [{ code: null, label: 'Tous' }, ...statuses.map(named)] : [...statuses.map(named), { code: ALL, label: 'Tous' }];
  });
  /** In the list a supplier receives, how many of each kind are new to it [marche/TRK-13]. */
  protected readonly kinds = computed(() => {
    const unread = new Map((this.received.hasValue() ? this.received.value().receivedNeeds.unread : []).map((u) => [u.kind, u.count]));
    return this.market.needKinds().map(({ code, label }) => ({ code, label: newOnes(label, unread.get(code) ?? 0) }));
  });
  protected readonly changes = liveChanges(() => {
    const organisation = this.session.current()?.organisationId;
    if (this.box() === 'moderation') return ['needs'];
    return organisation ? [`${this.box() === 'mine' ? 'buyer' : 'supplier'}:${organisation}`] : [];
  });

  protected readonly moderationFailure = computed(() => (this.moderation.status() === 'error' ? toGqlError(this.moderation.error()) : null));

  protected chooseKind(kind: string): void {
    this.filters.draft.nature.set(kind);
    this.filters.apply();
  }

  /** Open, and nobody of the supplier has opened it yet [marche/TRK-12]. */
  protected isNew({ status, mine }: NeedRowFragment): boolean {
    return mine !== null && !mine.viewedOn && status !== 'closed';
  }

  /** Two names are enough to recognise a need; its page has them all. */
  protected sectors(row: NeedRowFragment): string {
    const names = row.sectors.slice(0, 2).map((s) => s.label);
    return row.sectors.length > 2 ? `${names.join(', ')} et ${row.sectors.length - 2} de plus` : names.join(', ');
  }
}
