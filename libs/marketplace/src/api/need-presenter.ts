import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Id, Streams } from '#kernel';
import { IdentityQueries, type WantedText } from '#identity';
import { OrganisationsQueries } from '#organisations';
import { sells } from '../domain/status.js';
import type { NeedRow } from '../projections/need.row.js';
import type { NeedSupplierRow } from '../projections/need-supplier.row.js';
import { NeedLists } from '../projections/need-lists.js';
import { needNow, relationNow } from '../projections/rows-now.js';
import { SupplierDirectory } from '../projections/supplier-directory.js';
import { needSupplierView, needView, type Surroundings } from './need.view.js';
import type { NeedSupplierView } from './need-supplier.views.js';
import type { NeedView } from './need.views.js';
import { PublicNeed } from './public-need.js';
import { type Reader, readerOf, visible } from './visible.js';

interface Shown {
  readonly need: NeedRow;
  readonly relation: NeedSupplierRow | null;
}
type Opened = Shown & { readonly reader: Reader };

/** Words written for an organisation; for the team when it is null. */
const textsOf = (organisation: Id | null, ...ids: readonly (Id | null | undefined)[]): readonly WantedText[] => ids.flatMap((id) => (id ? [{ id, organisation }] : []));
const known = (ids: readonly (Id | null)[]): readonly Id[] => ids.filter((id) => id !== null);

/** Needs as an actor may see them, read together. */
@Injectable()
export class NeedPresenter {
  constructor(
    private readonly lists: NeedLists,
    private readonly directory: SupplierDirectory,
    private readonly identity: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly streams: Streams,
    private readonly publicNeed: PublicNeed,
    private readonly clock: Clock,
  ) {}

  /** Null for whoever may not open it. `behind`: the read models have not seen the last command, the log has. */
  async one(id: Id, actor: Actor | null, behind = false): Promise<NeedView | null> {
    const opened = await this.open(id, actor, behind);
    if (!opened) return null;
    if (!actor || opened.reader === 'anybody') return this.publicNeed.view(opened.need, actor);
    return (await this.views([opened], actor, 'need-page', behind))[0]!;
  }

  async open(id: Id, actor: Actor | null, behind = false): Promise<Opened | null> {
    const need = await (behind ? needNow(this.streams, id) : this.lists.one(id));
    const supplier = need && actor && sells(actor) ? actor.organisation : null;
    const relation = supplier ? await (behind ? relationNow(this.streams, id, supplier) : this.lists.relation(id, supplier)) : null;
    // A supplier of the directory may open a published need whose address it has [marche/TRK-06].
    const newcomer = supplier && !relation ? await this.directory.place(supplier) : null;
    const reader = need && readerOf(need, relation ?? newcomer, actor);
    return need && reader ? { need, relation, reader } : null;
  }

  async views(shown: readonly Shown[], actor: Actor, purpose: string, behind = false): Promise<NeedView[]> {
    const today = this.clock.today();
    const seen = shown.map(({ need, relation }) => ({ need, relation, visible: visible(need, relation, actor, today) }));
    const texts = seen.flatMap(({ need, relation, visible: { own, staff, contactHidden } }) => [
      ...textsOf(need.buyerId, need.descriptionId, contactHidden ? null : need.contactId, own || staff ? need.buyerSaid?.feedbackId : null),
      ...textsOf(null, own || staff ? need.moderationId : null),
      ...(relation ? textsOf(relation.supplierId, relation.answersId, relation.reasonId, relation.said?.feedbackId) : []),
    ]);
    const names = seen.map(({ need, visible: { contactHidden } }) => (contactHidden ? null : (need.contactBy ?? need.author)));
    const suppliers = seen.flatMap(({ need, relation }) => [relation?.supplierId ?? null, need.outcome?.supplierId ?? null]);
    const around = await this.#around(actor, purpose, { texts, names, suppliers, buyers: shown.map(({ need }) => need.buyerId) });
    return shown.map(({ need, relation }) => needView(need, relation, actor, today, around, behind));
  }

  /** The suppliers of a need, for its author and staff; the contacts of those who are interested. */
  async suppliers(need: NeedRow, relations: readonly NeedSupplierRow[], actor: Actor): Promise<NeedSupplierView[]> {
    const cards = await this.directory.cards(relations.map(({ supplierId }) => supplierId));
    const texts = relations.flatMap(({ supplierId, answersId, reasonId, interestedOn, said }) =>
      // How it went for a supplier is told to the team, not to the buyer.
      textsOf(supplierId, answersId, reasonId, actor.role === 'staff' ? said?.feedbackId : null, interestedOn ? cards.get(supplierId)?.contactId : null),
    );
    const names = relations.map(({ interestedBy }) => interestedBy);
    const around = await this.#around(actor, 'need-suppliers', { texts, names, suppliers: [], buyers: [] });
    return relations.map((relation) => needSupplierView(need, relation, { ...around, suppliers: cards }, true));
  }

  async #around(viewer: Actor, purpose: string, wanted: Readonly<Record<'names' | 'suppliers' | 'buyers', readonly (Id | null)[]>> & { readonly texts: readonly WantedText[] }): Promise<Surroundings> {
    const [texts, names, suppliers, buyers] = await Promise.all([
      this.identity.texts(wanted.texts, { viewer, purpose }),
      this.identity.accountNames(known(wanted.names)),
      this.directory.cards(known(wanted.suppliers)),
      this.organisations.organisations(known(wanted.buyers)),
    ]);
    return { texts, names, suppliers, buyers };
  }
}
