import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayOf, type Id, isId, type RecordedEvent } from '#kernel';
import { IdentityQueries } from '#identity';
import { erasedCandidate } from '#identity/views';
import { OrganisationsQueries } from '#organisations';
import { employerRef, unknownEmployer } from '#organisations/views';
import { factsOf, knownAt } from '../domain/known.js';
import { isVisibleToEmployer } from '../domain/visible.js';
import type { HireRow } from '../projections/hire.projection.js';
import { HireHistories, type HireHistory } from '../projections/hire-history.js';
import { Hires } from '../projections/hires.js';
import { breakSentence } from './break.fr.js';
import type { HireHistoryView, HireView } from './hire.types.js';
import { entryView, type Names } from './history.view.js';

/** A history as one actor may read it: the page shows `view`, an export hands over the rest as well. */
export interface ReadHistory {
  readonly row: HireRow;
  readonly history: HireHistory;
  /** The events this actor may read. */
  readonly shown: readonly RecordedEvent[];
  readonly names: Names;
  readonly view: HireHistoryView;
}

/** Reads hires and their histories for an actor; every reading of a person's data is recorded with its purpose. */
@Injectable()
export class HireReader {
  constructor(
    private readonly hires: Hires,
    private readonly histories: HireHistories,
    private readonly people: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly clock: Clock,
  ) {}

  /** Null when there is no such hire for this actor. */
  async history(applicationId: Id, asOf: string | null, actor: Actor, purpose: string): Promise<ReadHistory | null> {
    const row = isId(applicationId) ? await this.hires.openable(applicationId, actor) : null;
    if (!row) return null;
    const history = await this.histories.of(row);
    const shown = actor.role === 'employer' ? history.events.filter((event) => isVisibleToEmployer(event, row)) : history.events;
    const professionals = shown.filter(({ meta }) => meta.role !== 'candidate' && meta.role !== 'system').map(({ meta }) => meta.actor);
    const [[hire], accounts, organisations] = await Promise.all([
      this.views([row], actor, purpose),
      this.people.accountNames([...new Set([...professionals, actor.id])]),
      this.organisations.organisations([...new Set([...shown.flatMap(({ meta }) => meta.organisation ?? []), row.companyId, ...(actor.organisation ? [actor.organisation] : [])])]),
    ]);
    const names = { accounts, organisations };
    const instant = asOf ?? new Date(this.clock.now()).toISOString();
    const view = {
      hire: hire!,
      intact: history.breaks.length === 0,
      broken: history.breaks.map(breakSentence),
      asOf,
      entries: shown.map((event) => entryView(event, names)),
      known: factsOf(knownAt(shown, instant), dayOf(instant)),
    };
    return { row, history, shown, names, view };
  }

  async views(rows: readonly HireRow[], viewer: Actor, purpose: string): Promise<HireView[]> {
    if (rows.length === 0) return [];
    const [people, companies] = await Promise.all([
      this.people.summaries([...new Set(rows.map(({ candidateId }) => candidateId))], { viewer, purpose }),
      this.organisations.organisations([...new Set(rows.map(({ companyId }) => companyId))]),
    ]);
    return rows.map(({ id, candidateId, companyId, kind, department, startsOn, agreedOn, selfPrescription, passNumber, cancelled }) => {
      const company = companies.get(companyId);
      const candidate = people.get(candidateId) ?? erasedCandidate(candidateId);
      return { applicationId: id, candidate, company: company ? employerRef(company) : unknownEmployer(companyId, kind), department, startsOn, agreedOn, selfPrescription, passNumber, cancelled };
    });
  }
}
