import { Global, Module } from '@nestjs/common';
import { EventTypes, ProjectionSet } from '#kernel';
import { RefusalSentences } from '#kernel/api';
import { EmployersResolver } from './api/employers.resolver.js';
import { ReferenceResolver } from './api/reference.resolver.js';
import { organisationsRefusals } from './api/refusals.fr.js';
import { CompanyImport } from './application/company-import.js';
import { EndMemberships } from './application/end-memberships.js';
import { JobsService } from './application/jobs.js';
import { MembersService } from './application/members.js';
import { Registrations } from './application/registrations.js';
import { OrganisationsCommands, OrganisationsQueries } from './contract.js';
import { organisationsEventTypes } from './domain/event-types.js';
import { EmployerCards } from './projections/employer-card.js';
import { EmployerSearch } from './projections/employer-search.js';
import { OrganisationsReader } from './projections/organisations.queries.js';
import { organisationsProjections } from './projections/projection-set.js';

@Global()
@Module({
  providers: [
    { provide: EventTypes, useValue: organisationsEventTypes },
    { provide: ProjectionSet, useValue: organisationsProjections },
    { provide: RefusalSentences, useValue: new RefusalSentences(organisationsRefusals) },
    OrganisationsReader,
    { provide: OrganisationsQueries, useExisting: OrganisationsReader },
    Registrations,
    MembersService,
    EndMemberships,
    JobsService,
    { provide: OrganisationsCommands, useExisting: JobsService },
    CompanyImport,
    EmployerSearch,
    EmployerCards,
    ReferenceResolver,
    EmployersResolver,
  ],
  exports: [OrganisationsCommands, OrganisationsQueries],
})
export class OrganisationsModule {}
