import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NeedsDocument, NeedsToValidateDocument, ReceivedNeedsDocument } from './generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { liveChanges } from '../shared/session/live';
import { Session } from '../shared/session/session';
import { Empty } from '../shared/ui/empty';
import { LiveNote } from '../shared/ui/live-note';
import { Page } from '../shared/ui/page';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { Market } from './market';
import { NeedBadge } from './need-badge';

type Box = 'mine' | 'received' | 'moderation';
const headings: Record<Box, string> = { mine: 'Mes besoins', received: 'Besoins reçus', moderation: 'Besoins à valider' };
const answers = [
  { code: 'matched', label: 'À traiter' },
  { code: 'interested', label: 'Intéressé' },
  { code: 'declined', label: 'Pas intéressé' },
];

/** Needs seen from one side: their buyer, the suppliers that match, or the team. The state filter is in the address. */
@Component({ selector: 'app-needs', imports: [RouterLink, Page, ResourceState, Empty, NeedBadge, LiveNote, Pagination, DayPipe], templateUrl: './needs.page.html' })
export class NeedsPage {
  readonly box = input<Box>('mine');
  readonly etat = input<string>();
  readonly page = input<string>();
  private readonly session = inject(Session);
  private readonly market = inject(Market);

  protected readonly heading = computed(() => headings[this.box()]);
  private readonly number = computed(() => Number(this.page() ?? 1) || 1);
  private readonly mine = gqlResource(NeedsDocument, () => (this.box() === 'mine' ? { status: this.etat() || null, page: this.number() } : undefined));
  private readonly received = gqlResource(ReceivedNeedsDocument, () => (this.box() === 'received' ? { state: this.etat() || null, page: this.number() } : undefined));
  private readonly moderation = gqlResource(NeedsToValidateDocument, () => (this.box() === 'moderation' ? { status: this.state() ?? 'submitted', page: this.number() } : undefined));
  protected readonly resource = computed(() => ({ mine: this.mine, received: this.received, moderation: this.moderation })[this.box()]);
  protected readonly list = computed(() => {
    if (this.mine.hasValue()) return this.mine.value().needs;
    if (this.received.hasValue()) return this.received.value().receivedNeeds;
    return this.moderation.hasValue() ? this.moderation.value().needsToValidate : null;
  });
  /** The team starts with what waits for it. */
  protected readonly state = computed(() => this.etat() || (this.box() === 'moderation' ? 'submitted' : null));
  protected readonly filters = computed(() => {
    const counts = new Map((this.list()?.counts ?? []).map((c) => [c.status, c.count]));
    const named = (c: { code: string; label: string }) => ({ code: c.code, label: counts.has(c.code) ? `${c.label} (${counts.get(c.code) ?? 0})` : c.label });
    if (this.box() === 'received') return [{ code: null, label: 'Tous' }, ...answers.map(named)];
    const statuses = this.market.needStatuses().filter((s) => this.box() === 'mine' || s.code !== 'draft');
    return [...(this.box() === 'mine' ? [{ code: null, label: 'Tous' }] : []), ...statuses.map(named)];
  });
  protected readonly changes = liveChanges(() => {
    const organisation = this.session.current()?.organisationId;
    if (this.box() === 'moderation') return ['needs'];
    return organisation ? [`${this.box() === 'mine' ? 'buyer' : 'supplier'}:${organisation}`] : [];
  });
}
