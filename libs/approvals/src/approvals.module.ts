import { Global, Module } from '@nestjs/common';
import { EventTypes, KernelConfig, ProjectionSet } from '#kernel';
import { RefusalSentences } from '#kernel/api';
import { approvalsRefusals } from './api/refusals.fr.js';
import { PassTopic } from './api/pass-topic.js';
import { PassesResolver } from './api/passes.resolver.js';
import { PASS_NUMBERING } from './application/approvals-options.js';
import { HireCovers } from './application/cover-hire.js';
import { NumberGrantedPass } from './application/number-granted-pass.js';
import { PassNumberer } from './application/number-pass.js';
import { ApprovalsCommands, ApprovalsQueries } from './contract.js';
import { approvalsEventTypes } from './domain/event-types.js';
import { type PassNumbering, TRIAL_NUMBERING } from './domain/pass-number.js';
import { coverRows } from './projections/cover.projection.js';
import { contractRows } from './projections/contract.projection.js';
import { followRows } from './projections/follow.projection.js';
import { PassAccess } from './projections/pass-access.js';
import { passRows } from './projections/pass.projection.js';
import { Passes } from './projections/passes.js';

const numberingOf = ({ passPrefix: prefix }: KernelConfig): PassNumbering => ({ ...TRIAL_NUMBERING, ...(prefix && { prefix }) });

@Global()
@Module({
  providers: [
    { provide: EventTypes, useValue: approvalsEventTypes },
    { provide: ProjectionSet, useValue: new ProjectionSet([passRows, coverRows, contractRows, followRows]) },
    { provide: RefusalSentences, useValue: new RefusalSentences(approvalsRefusals) },
    { provide: PASS_NUMBERING, inject: [KernelConfig], useFactory: numberingOf },
    PassNumberer,
    PassAccess,
    Passes,
    { provide: ApprovalsQueries, useExisting: Passes },
    { provide: ApprovalsCommands, useClass: HireCovers },
    NumberGrantedPass,
    PassTopic,
    PassesResolver,
  ],
  exports: [ApprovalsCommands, ApprovalsQueries],
})
export class ApprovalsModule {}
