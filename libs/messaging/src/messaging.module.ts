import { Global, Module } from '@nestjs/common';
import { EventTypes, KernelConfig, MigrationSet, ProjectionSet } from '#kernel';
import { RefusalSentences } from '#kernel/api';
import { MailboxResolver } from './api/mailbox.resolver.js';
import { messagingRefusals } from './api/refusals.fr.js';
import { Delivery } from './application/delivery.js';
import { HandOvers } from './application/hand-over.js';
import { Letters } from './application/letters.js';
import { Mailer } from './application/mailer.js';
import { Outbox } from './application/outbox.js';
import { Readers } from './application/readers.js';
import { Reminders } from './application/reminders.js';
import { Surveys } from './application/surveys.js';
import { TellAuthors } from './application/tell-authors.js';
import { TellSuppliers } from './application/tell-suppliers.js';
import { MessagingQueries } from './contract.js';
import { messagingEventTypes } from './domain/event-types.js';
import { messagingTables } from './migrations/tables.js';
import { MessageLists } from './projections/message-lists.js';
import { messagingProjections } from './projections/messages.projection.js';
import { NoMailer, SmtpMailer } from './smtp/smtp-mailer.js';

@Global()
@Module({
  providers: [
    { provide: EventTypes, useValue: messagingEventTypes },
    { provide: ProjectionSet, useValue: messagingProjections },
    { provide: MigrationSet, useValue: messagingTables },
    { provide: RefusalSentences, useValue: new RefusalSentences(messagingRefusals) },
    { provide: Mailer, inject: [KernelConfig], useFactory: ({ smtpUrl, mailFrom }: KernelConfig) => (smtpUrl && mailFrom ? new SmtpMailer(smtpUrl, mailFrom) : new NoMailer()) },
    MessageLists,
    { provide: MessagingQueries, useExisting: MessageLists },
    ...[Outbox, Letters, Readers, HandOvers, Delivery, TellAuthors, TellSuppliers, Reminders, Surveys],
    MailboxResolver,
  ],
  exports: [MessagingQueries],
})
export class MessagingModule {}
