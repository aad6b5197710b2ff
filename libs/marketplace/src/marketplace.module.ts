import { Global, Module } from '@nestjs/common';
import { EventTypes, MigrationSet, ProjectionSet } from '#kernel';
import { RefusalSentences } from '#kernel/api';
import { NeedLinkResolver } from './api/need-link.resolver.js';
import { NeedMutationsResolver } from './api/need-mutations.resolver.js';
import { NeedPresenter } from './api/need-presenter.js';
import { NeedsResolver } from './api/needs.resolver.js';
import { OfferMutationsResolver } from './api/offer-mutations.resolver.js';
import { PublicNeed } from './api/public-need.js';
import { marketplaceRefusals } from './api/refusals.fr.js';
import { SupplierAnswers } from './api/supplier-answers.js';
import { SupplierFileResolver } from './api/supplier-file.resolver.js';
import { SupplierListingResolver } from './api/supplier-listing.resolver.js';
import { SuppliersResolver } from './api/suppliers.resolver.js';
import { BuyerTopics, NeedsTopic, SupplierTopics } from './api/topics.js';
import { EraseContacts } from './application/erase-contacts.js';
import { ModificationExpiry } from './application/modification-expiry.js';
import { ModerationDesk } from './application/moderation-desk.js';
import { NeedDesk } from './application/need-desk.js';
import { NeedLinks } from './application/need-links.js';
import { NeedSending } from './application/need-sending.js';
import { PlanSending } from './application/plan-sending.js';
import { SupplierDesk } from './application/supplier-desk.js';
import { MarketplaceQueries, NeedReminders, NeedsToSend } from './contract.js';
import { marketplaceEventTypes } from './domain/event-types.js';
import { marketplaceTables } from './migrations/tables.js';
import { NeedLists } from './projections/need-lists.js';
import { ReminderLists } from './projections/need-reminders.js';
import { marketplaceProjections } from './projections/projection-set.js';
import { SendingQueue } from './projections/sending-queue.js';
import { SupplierDirectory } from './projections/supplier-directory.js';
import { SupplierSearch } from './projections/supplier-search.js';

@Global()
@Module({
  providers: [
    { provide: EventTypes, useValue: marketplaceEventTypes },
    { provide: ProjectionSet, useValue: marketplaceProjections },
    { provide: MigrationSet, useValue: marketplaceTables },
    { provide: RefusalSentences, useValue: new RefusalSentences(marketplaceRefusals) },
    SupplierDirectory,
    { provide: MarketplaceQueries, useExisting: SupplierDirectory },
    { provide: NeedsToSend, useClass: SendingQueue },
    { provide: NeedReminders, useClass: ReminderLists },
    ...[SupplierSearch, NeedLists],
    ...[NeedDesk, ModerationDesk, SupplierDesk, ModificationExpiry, EraseContacts, PlanSending, NeedSending, NeedLinks],
    ...[SuppliersResolver, SupplierFileResolver, NeedsResolver, NeedMutationsResolver, NeedLinkResolver, OfferMutationsResolver, SupplierListingResolver, SupplierAnswers, NeedPresenter, PublicNeed],
    ...[BuyerTopics, SupplierTopics, NeedsTopic],
  ],
  exports: [MarketplaceQueries, NeedReminders],
})
export class MarketplaceModule {}
