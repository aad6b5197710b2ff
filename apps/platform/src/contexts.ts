import type { DynamicModule, Type } from '@nestjs/common';
import { KernelModule } from '#kernel/kernel.module';
import { ApprovalsModule } from '../../../libs/approvals/src/approvals.module.js';
import { ControlModule } from '../../../libs/control/src/control.module.js';
import { HiringModule } from '../../../libs/hiring/src/hiring.module.js';
import { IdentityModule } from '../../../libs/identity/src/identity.module.js';
import { MarketplaceModule } from '../../../libs/marketplace/src/marketplace.module.js';
import { MessagingModule } from '../../../libs/messaging/src/messaging.module.js';
import { OrganisationsModule } from '../../../libs/organisations/src/organisations.module.js';
import { PilotageModule } from '../../../libs/pilotage/src/pilotage.module.js';
import type { Config } from './config.js';

/** Every context of the platform. A new one is added here and nowhere else. */
export const contexts: readonly Type[] = [IdentityModule, OrganisationsModule, HiringModule, ApprovalsModule, MarketplaceModule, ControlModule, PilotageModule, MessagingModule];

/** What answers callers, contexts and kernel alike; for reading what it declares, not for starting it. */
export const answering = (): readonly (Type | DynamicModule)[] => [KernelModule.forRoot({ config: { role: 'all' } as Config }), ...contexts];
