import type { Day, DomainEvent, Id } from '#kernel';

export type PrestaType = 'DISP' | 'PREST' | 'BUILD';
export type GeoRange = 'COUNTRY' | 'CUSTOM' | 'ZONES';
export type NeedKind = 'TENDER' | 'QUOTE' | 'PROJ';
/** How a supplier came to a need: the platform's matching, which will write to it, or the need's own address [marche/TRK-02]. */
export type RelationSource = 'EMAIL' | 'LINK';
export type ResponseKind = 'EMAIL' | 'TEL' | 'EXTERN';
export type NeedStatus = 'draft' | 'submitted' | 'validated' | 'rejected';
/** Who says whether a contract was signed. */
export type Side = 'buyer' | 'supplier';

/** One supplier, one sector, at least one service type, one range [marche/ACT-01]. */
export interface Activity {
  readonly activityId: Id;
  readonly sector: string;
  readonly prestaTypes: readonly PrestaType[];
  readonly range: GeoRange;
  /** Kilometres around the supplier, for CUSTOM. */
  readonly distance: number | null;
  /** Codes of perimeters, for ZONES. */
  readonly zones: readonly string[];
}

/** Said on every fact of a need, so that any reader can place it without another lookup. */
export interface NeedPlace {
  readonly needId: Id;
  readonly buyerId: Id;
  readonly buyerKind: string;
  readonly buyerDepartment: string;
  readonly needKind: NeedKind;
  /** Where the work is; null for a region or the whole of France. */
  readonly department: string | null;
  readonly sectors: readonly string[];
  /** The bracket the buyer gave. */
  readonly bracket: string | null;
  /** Whole euros, once the team knows them: they win over the bracket [marche/NEED-11]. */
  readonly exactAmount?: number | null;
}

/** What the buyer wrote. Description and contact are in the vault; title and questions are refused when they hold an address or a number. */
export interface NeedContent {
  readonly title: string;
  readonly descriptionId: Id;
  readonly contactId: Id | null;
  readonly wholeFrance: boolean;
  readonly place: string | null;
  readonly startsOn: Day | null;
  readonly deadline: Day;
  readonly shareAmount: boolean;
  readonly questions: readonly string[];
  readonly responseKinds: readonly ResponseKind[];
  readonly anonymous: boolean;
}

/** What the team completes a need with: what matching looks at. Empty lists ask nothing. */
export interface MatchCriteria {
  readonly sectors: readonly string[];
  readonly prestaTypes: readonly PrestaType[];
  readonly supplierKinds: readonly string[];
  readonly perimeters: readonly string[];
  /** Kilometres around the need's city; null: off. */
  readonly distance: number | null;
  readonly includeCountry: boolean;
}

/** A supplier on the day of a fact. */
export interface SupplierPlace {
  readonly supplierId: Id;
  readonly supplierKind: string;
  readonly supplierDepartment: string;
}

/** A supplier that a need was sent to; `relationId` names the two in the link it was sent, and says nothing to anybody else. */
export interface SentTo {
  readonly supplierId: Id;
  readonly relationId: Id;
}

export type MarketplaceEvent =
  /** Stream `offer-<supplierId>`: what a supplier shows. The contact is in the vault, kept for the account that gave it. */
  | DomainEvent<'marketplace.OfferPresented', { supplierId: Id; presentation: string; contactId: Id; by: Id; on: Day }>
  /** Whoever had given the contact is erased, and the contact with them. */
  | DomainEvent<'marketplace.OfferContactErased', { supplierId: Id; on: Day }>
  /** The team took the supplier out of the directory, or put it back [marche/SUP-11]. */
  | DomainEvent<'marketplace.OfferDelisted', { supplierId: Id; by: Id; on: Day }>
  | DomainEvent<'marketplace.OfferRelisted', { supplierId: Id; by: Id; on: Day }>
  | DomainEvent<'marketplace.ActivitySet', { supplierId: Id; on: Day } & Activity>
  | DomainEvent<'marketplace.ActivityRemoved', { supplierId: Id; activityId: Id; on: Day }>
  /** Stream `need-<needId>`. */
  | DomainEvent<'marketplace.NeedDrafted', NeedPlace & NeedContent & { author: Id; on: Day }>
  | DomainEvent<'marketplace.NeedSubmitted', NeedPlace & NeedContent & { author: Id; on: Day }>
  /** Back to draft: the team asks for changes. */
  | DomainEvent<'marketplace.NeedSentBack', NeedPlace & { messageId: Id; on: Day }>
  | DomainEvent<'marketplace.NeedRejected', NeedPlace & { messageId: Id; on: Day }>
  /** The team says how much the need is worth, `exactAmount`, or takes it back. */
  | DomainEvent<'marketplace.NeedAmountSet', NeedPlace & { on: Day }>
  /** Whoever had given the contact is erased, and the contact with them: nobody can reach the buyer until a colleague gives another. */
  | DomainEvent<'marketplace.NeedContactErased', NeedPlace & { on: Day }>
  /** `suppliers`: those interested, who were left without a contact. */
  | DomainEvent<'marketplace.NeedContactGiven', NeedPlace & { contactId: Id; by: Id; suppliers: readonly Id[]; on: Day }>
  /** The list of suppliers is replaced: `added` come in, `withdrawn` no longer match, the others keep what they had. `sectors` are those of the criteria. */
  | DomainEvent<'marketplace.SuppliersMatched', NeedPlace & { criteria: MatchCriteria; added: readonly SupplierPlace[]; withdrawn: readonly Id[]; total: number; on: Day }>
  | DomainEvent<'marketplace.NeedValidated', NeedPlace & { suppliers: readonly Id[]; submittedOn: Day; deadline: Day; on: Day }>
  /** Its suppliers will be written to, in batches, from that instant on. */
  | DomainEvent<'marketplace.SendingPlanned', NeedPlace & { from: string; on: Day }>
  /** One batch; `at`: ISO instant. */
  | DomainEvent<'marketplace.NeedSentToSuppliers', NeedPlace & { sent: readonly SentTo[]; at: string; on: Day }>
  /** Somebody followed the link the supplier was sent, for the first time; perhaps without signing in. */
  | DomainEvent<'marketplace.NeedLinkOpened', NeedPlace & SupplierPlace & { on: Day }>
  /** A member of the supplier opened the need for the first time. */
  | DomainEvent<'marketplace.NeedViewed', NeedPlace & SupplierPlace & { on: Day }>
  /** A supplier the need was not sent to opened it by its address, and so comes among the others [marche/TRK-06]. */
  | DomainEvent<'marketplace.NeedOpenedByLink', NeedPlace & SupplierPlace & { on: Day }>
  | DomainEvent<'marketplace.InterestDeclared', NeedPlace & SupplierPlace & { answersId: Id | null; by: Id; rank: number; on: Day }>
  | DomainEvent<'marketplace.NeedDeclined', NeedPlace & SupplierPlace & { reasonId: Id; on: Day }>
  /** A supplier takes a need that is over off its list, or puts it back: its own tidiness, which nobody else sees. */
  | DomainEvent<'marketplace.NeedHidden', NeedPlace & SupplierPlace & { on: Day }>
  | DomainEvent<'marketplace.NeedShownAgain', NeedPlace & SupplierPlace & { on: Day }>
  /** What one side says; an amount in euros with a yes only, and words kept in the vault. `supplierId` is null when a buyer says no, not yet, or signed with somebody the need was not sent to. */
  | DomainEvent<'marketplace.TransactionAnswered', NeedPlace & { side: Side; supplierId: Id | null; answer: 'yes' | 'no' | 'not_yet'; amount: number | null; feedbackId?: Id | null; on: Day }>
  /** The outcome of the need, once, whoever says it first. `amountBracket`: of the amount, else of the need's. */
  | DomainEvent<'marketplace.TransactionRecorded', NeedPlace & TransactionFact & { on: Day }>
  /** The fact as it stands now: the other side told an amount, the buyer signed with another supplier, or the team corrected it. */
  | DomainEvent<'marketplace.TransactionAmountChanged', NeedPlace & TransactionFact & { on: Day }>;

export interface TransactionFact {
  readonly signed: boolean;
  /** Who said what this fact says; `admin`: the team [marche/SURV-08]. */
  readonly source: Side | 'admin';
  readonly supplierId: Id | null;
  readonly supplierKind: string | null;
  readonly supplierDepartment: string | null;
  readonly amount: number | null;
  readonly amountBracket: string | null;
}

/** What messages about a need tell of it. */
export interface NeedSummary {
  readonly needId: Id;
  readonly buyerId: Id;
  readonly author: Id;
  readonly kind: NeedKind;
  readonly title: string;
  readonly sectors: readonly string[];
  readonly wholeFrance: boolean;
  readonly place: string | null;
  readonly anonymous: boolean;
  /** Null unless its buyer shares them [marche/NEED-13]. */
  readonly bracket: string | null;
  readonly exactAmount: number | null;
  readonly status: NeedStatus;
  readonly deadline: Day;
  /** The deadline is past. */
  readonly closed: boolean;
  readonly matched: number;
  readonly interested: number;
  /** What the team wrote when it came back or was rejected. */
  readonly moderationId: Id | null;
  /** Its buyer said whether a contract was signed, or not yet. */
  readonly buyerAnswered: boolean;
  /** Published again before that day, or rejected; null when nobody waits for its author. */
  readonly modifyBefore: Day | null;
}

/** A supplier of a need, to write to it. */
export interface Targeted {
  readonly name: string;
  /** Where it receives needs: in the vault, as the JSON of a `KeptContact`. */
  readonly contactId: Id | null;
  /** What its link about the need bears; null before it was sent one. */
  readonly relationId: Id | null;
  readonly answered: boolean;
  /** Somebody there opened the need, or followed its link. */
  readonly seen: boolean;
}
/** How to reach somebody, as the vault keeps it. */
export interface KeptContact {
  readonly email: string | null;
  readonly phone: string | null;
  readonly link: string | null;
}

export abstract class MarketplaceQueries {
  /** Null: no such need. */
  abstract summary(needId: Id): Promise<NeedSummary | null>;
  /** Null for a supplier that is not of the need's, or out of the directory. */
  abstract targeted(needId: Id, supplierId: Id): Promise<Targeted | null>;
  /** Suppliers that meet these criteria today, by name. */
  abstract matching(need: { readonly criteria: MatchCriteria; readonly wholeFrance: boolean; readonly place: string | null }): Promise<readonly SupplierPlace[]>;
  /** Null for a supplier that is not in the directory. */
  abstract place(supplierId: Id): Promise<SupplierPlace | null>;
  /** Null for a supplier that is not in the directory, or has no address where needs are received. */
  abstract reachable(supplierId: Id): Promise<SupplierPlace | null>;
  /** Suppliers whose contact this account gave. */
  abstract contactsOf(accountId: Id): Promise<readonly Id[]>;
  /** Needs whose contact this account gave. */
  abstract needContactsOf(accountId: Id): Promise<readonly Id[]>;
  /** Needs sent back that day or before, and never published again since. */
  abstract sentBackBy(day: Day, limit: number): Promise<readonly { readonly id: Id; readonly sentBackOn: Day }[]>;
}

/** Needs on their way to suppliers: what the deadline that sends them asks. */
export abstract class NeedsToSend {
  /** Open needs whose next batch is due, and that somebody can still be written to about. */
  abstract due(now: string, today: Day, limit: number): Promise<readonly { readonly id: Id; readonly nextBatchAt: string }[]>;
  /** Who can be written to about it, the best first. */
  abstract bestFirst(needId: Id): Promise<readonly Id[]>;
}

/** A supplier that was written to about a need. */
export interface UnreadNeed {
  readonly needId: Id;
  readonly supplierId: Id;
  readonly contactedOn: Day;
}
export interface UnansweredNeed {
  readonly needId: Id;
  readonly day: Day;
}

/** Whom to remind of what. */
export abstract class NeedReminders {
  /** Written to on one of these days, both included, about a need that is open, where nobody has looked nor answered. */
  abstract unread(from: Day, until: Day, today: Day, limit: number): Promise<readonly UnreadNeed[]>;
  /** Needs that were sent, whose deadline, or beginning of work, is one of these days, and whose buyer has not said whether a contract was signed. */
  abstract unanswered(what: 'deadline' | 'start', from: Day, until: Day, limit: number): Promise<readonly UnansweredNeed[]>;
}
