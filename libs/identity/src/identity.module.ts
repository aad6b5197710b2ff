import { Global, Module } from '@nestjs/common';
import { Database, EventTypes, KernelConfig, MigrationSet, ProjectionSet } from '#kernel';
import { RefusalSentences, SessionResolver } from '#kernel/api';
import { PgDatabase } from '#kernel/adapters/pg-database';
import { AccessLogResolver } from './api/access-log.resolver.js';
import { CandidatesResolver } from './api/candidates.resolver.js';
import { ErasureResolver } from './api/erasure.resolver.js';
import { NirCorrectionRequestsResolver } from './api/nir-correction-requests.resolver.js';
import { NirCorrectionsResolver } from './api/nir-corrections.resolver.js';
import { identityRefusals } from './api/refusals.fr.js';
import { SessionsResolver } from './api/sessions.resolver.js';
import { Accounts } from './application/accounts.js';
import { AskNirCorrection } from './application/ask-nir-correction.js';
import { BulkPeople } from './application/bulk-people.js';
import { Candidates } from './application/candidates.js';
import { CandidatesTopic } from './application/candidates-topic.js';
import { DemoAccounts } from './application/demo-accounts.js';
import { ErasePerson } from './application/erase-person.js';
import { HandleNirCorrection } from './application/handle-nir-correction.js';
import { KeepTexts } from './application/keep-texts.js';
import { NamesRefill } from './application/names-refill.js';
import { NirCorrectionRetention } from './application/nir-correction-retention.js';
import { SigningIn } from './application/signing-in.js';
import { UnfinishedErasures } from './application/unfinished-erasures.js';
import { UnfinishedWrites } from './application/unfinished-writes.js';
import { VaultKeeper } from './application/vault-keeper.js';
import { HandledCorrections, IdentityCommands, IdentityQueries } from './contract.js';
import { identityEvents } from './domain/event-types.js';
import { identityTables } from './migrations/tables.js';
import { AccessReadings } from './projections/access-readings.js';
import { candidateChecks } from './projections/candidate-check.js';
import { candidateLinks } from './projections/candidate-link.js';
import { candidates } from './projections/candidate.js';
import { CandidateFiles } from './projections/candidate-files.js';
import { CandidateFinder } from './projections/candidate-finder.js';
import { CandidateList } from './projections/candidate-list.js';
import { nirCorrections } from './projections/nir-correction.js';
import { NirCorrectionLists } from './projections/nir-correction-lists.js';
import { NirCorrections } from './projections/nir-corrections.js';
import { OwnAccounts } from './projections/own-account.js';
import { PeopleQueries } from './projections/people-queries.js';
import { PeopleToErase } from './projections/people-to-erase.js';
import { AccessLog } from './vault/access-log.js';
import { AccountsTable } from './vault/accounts-table.js';
import { CorrectionTexts } from './vault/correction-texts.js';
import { DataKeys } from './vault/data-keys.js';
import { ErasureLedger } from './vault/erasure-ledger.js';
import { FileHistory } from './vault/file-history.js';
import { FreeTexts } from './vault/free-texts.js';
import { KEYS_DATABASE } from './vault/keys-database.js';
import { PersonSearch } from './vault/person-search.js';
import { Sealer } from './vault/sealer.js';
import { SearchRefill } from './vault/search-refill.js';
import { Sessions } from './vault/sessions.js';
import { UnfinishedPeople } from './vault/unfinished-people.js';
import { Vault } from './vault/vault.js';

const vault = [Vault, DataKeys, ErasureLedger, PersonSearch, SearchRefill, AccessLog, FreeTexts, CorrectionTexts, FileHistory, UnfinishedPeople, AccountsTable, Sessions];
const application = [
  Accounts,
  AskNirCorrection,
  BulkPeople,
  Candidates,
  CandidatesTopic,
  DemoAccounts,
  ErasePerson,
  HandleNirCorrection,
  NamesRefill,
  NirCorrectionRetention,
  SigningIn,
  UnfinishedErasures,
  UnfinishedWrites,
  VaultKeeper,
];
const answers = [
  AccessReadings,
  CandidateFiles,
  CandidateFinder,
  CandidateList,
  NirCorrectionLists,
  NirCorrections,
  OwnAccounts,
  PeopleToErase,
  SessionsResolver,
  CandidatesResolver,
  ErasureResolver,
  AccessLogResolver,
  NirCorrectionRequestsResolver,
  NirCorrectionsResolver,
];

@Global()
@Module({
  providers: [
    { provide: EventTypes, useValue: identityEvents },
    { provide: MigrationSet, useValue: identityTables },
    { provide: ProjectionSet, useValue: new ProjectionSet([candidates, candidateLinks, candidateChecks, nirCorrections]) },
    { provide: RefusalSentences, useValue: new RefusalSentences(identityRefusals) },
    { provide: Sealer, inject: [KernelConfig], useFactory: ({ masterKey }: KernelConfig) => new Sealer(masterKey) },
    {
      provide: KEYS_DATABASE,
      inject: [KernelConfig, Database],
      useFactory: ({ keysDatabaseUrl }: KernelConfig, database: Database) =>
        keysDatabaseUrl ? new PgDatabase(keysDatabaseUrl, { max: 4, name: 'keys' }) : database,
    },
    ...vault,
    ...application,
    ...answers,
    { provide: IdentityQueries, useClass: PeopleQueries },
    { provide: IdentityCommands, useClass: KeepTexts },
    { provide: HandledCorrections, useExisting: NirCorrectionLists },
    { provide: SessionResolver, useExisting: SigningIn },
  ],
  exports: [IdentityQueries, IdentityCommands, SessionResolver],
})
export class IdentityModule {}
