import { Global, Module } from '@nestjs/common';
import { EventTypes, ProjectionSet } from '#kernel';
import { RefusalSentences } from '#kernel/api';
import { AdvisorNames } from './api/advisor-names.js';
import { ApplicationAnswers } from './api/application-answers.js';
import { ApplicationFieldsResolver } from './api/application-fields.resolver.js';
import { ApplicationMutationsResolver } from './api/application-mutations.resolver.js';
import { ApplicationPresenter } from './api/application-presenter.js';
import { ApplicationsResolver } from './api/applications.resolver.js';
import { ArchiveResolver } from './api/archive.resolver.js';
import { AttestationController } from './api/attestation/attestation.controller.js';
import { CommentsResolver } from './api/comments.resolver.js';
import { DiagnosisPresenter } from './api/diagnosis-presenter.js';
import { EligibilityPresenter } from './api/eligibility-presenter.js';
import { EligibilityResolver } from './api/eligibility.resolver.js';
import { ExportResolver } from './api/export/export.resolver.js';
import { ExportedRows } from './api/export/exported-rows.js';
import { HireContractResolver } from './api/hire-contract.resolver.js';
import { HireDeclarationResolver } from './api/hire-declaration.resolver.js';
import { HireDatesResolver } from './api/hire-dates.resolver.js';
import { ListValuesResolver } from './api/list-values.resolver.js';
import { hiringRefusals } from './api/refusals.fr.js';
import { PassDeliveriesResolver } from './api/pass-deliveries.resolver.js';
import { TogetherResolver } from './api/together.resolver.js';
import { CandidateTopics, CommentTopics, CompanyTopics } from './api/topics.js';
import { AcceptApplicationHandler } from './application/accept-application.js';
import { AcceptanceDrafts } from './application/acceptance-drafts.js';
import { AcceptanceProcess } from './application/acceptance-process.js';
import { DeliverPassHandler } from './application/deliver-pass.js';
import { DeliveryProcess } from './application/delivery-process.js';
import { DescribeHiredJob } from './application/describe-hired-job.js';
import { DiagnoseEligibilityHandler } from './application/diagnose-eligibility.js';
import { EligibilityAdvice } from './application/eligibility-advice.js';
import { AddToPoolHandler } from './application/add-to-pool.js';
import { ArchiveApplicationHandler } from './application/archive-application.js';
import { AutomaticArchive } from './application/automatic-archive.js';
import { AutomaticRefusal } from './application/automatic-refusal.js';
import { BrokenAcceptance } from './application/broken-acceptance.js';
import { CancelHireHandler } from './application/cancel-hire.js';
import { AddCommentHandler } from './application/add-comment.js';
import { ChangeHireDatesHandler } from './application/change-hire-dates.js';
import { DeclareHireHandler } from './application/declare-hire.js';
import { DecideTogetherHandler } from './application/decide-together.js';
import { EarlierApplications } from './application/earlier-applications.js';
import { ExportApplications } from './application/export-applications.js';
import { FinishAcceptance } from './application/finish-acceptance.js';
import { FollowHireDates } from './application/follow-hire-dates.js';
import { GiveBackPass } from './application/give-back-pass.js';
import { HiredJobs } from './application/hired-jobs.js';
import { HireDeclarations } from './application/hire-declarations.js';
import { MakeOthersObsolete } from './application/make-others-obsolete.js';
import { PassOfHire } from './application/pass-of-hire.js';
import { PassOrigins } from './application/pass-origins.js';
import { PostponeHandler } from './application/postpone.js';
import { PutUnderStudyHandler } from './application/put-under-study.js';
import { RemoveCommentHandler } from './application/remove-comment.js';
import { RefuseDeliveryHandler } from './application/refuse-delivery.js';
import { RefuseApplicationHandler } from './application/refuse-application.js';
import { EmployerDesk } from './application/employer-desk.js';
import { SubmitApplicationHandler } from './application/submit-application.js';
import { HiringQueries } from './contract.js';
import { hiringEventTypes } from './domain/event-types.js';
import { ApplicationLists } from './projections/application-lists.js';
import { acceptancesUnderWay } from './projections/acceptances-under-way.projection.js';
import { applicationRows } from './projections/applications.projection.js';
import { diagnosisRows } from './projections/diagnoses.projection.js';
import { DiagnosisLists } from './projections/diagnosis-lists.js';
import { heldPassRows } from './projections/held-passes.projection.js';
import { SqlHiringQueries } from './projections/hiring.queries.js';
import { ApplicationListValues } from './projections/list-values.js';

const commands = [
  ...[DiagnoseEligibilityHandler, SubmitApplicationHandler, AcceptApplicationHandler],
  ...[PutUnderStudyHandler, PostponeHandler, AddToPoolHandler, RefuseApplicationHandler, CancelHireHandler],
  ...[ArchiveApplicationHandler, AddCommentHandler, RemoveCommentHandler, DecideTogetherHandler, ChangeHireDatesHandler, PassOfHire, PassOrigins],
  ...[DeclareHireHandler, HireDeclarations, EarlierApplications, AcceptanceDrafts, HiredJobs],
  ExportApplications,
  ...[DeliverPassHandler, RefuseDeliveryHandler, DeliveryProcess],
  ...[EligibilityAdvice, EmployerDesk, AcceptanceProcess],
];
const policies = [FinishAcceptance, DescribeHiredJob, FollowHireDates, GiveBackPass, MakeOthersObsolete, AutomaticRefusal, AutomaticArchive, BrokenAcceptance];
const api = [
  ...[ApplicationsResolver, ApplicationFieldsResolver, ApplicationMutationsResolver, EligibilityResolver, PassDeliveriesResolver],
  ...[ArchiveResolver, CommentsResolver, TogetherResolver, HireDatesResolver, HireContractResolver, HireDeclarationResolver, ListValuesResolver, AdvisorNames],
  ...[ExportResolver, ExportedRows],
  ...[ApplicationAnswers, ApplicationPresenter, DiagnosisPresenter, EligibilityPresenter, CompanyTopics, CandidateTopics, CommentTopics],
];

@Global()
@Module({
  controllers: [AttestationController],
  providers: [
    { provide: EventTypes, useValue: hiringEventTypes },
    { provide: ProjectionSet, useValue: new ProjectionSet([applicationRows, diagnosisRows, heldPassRows, acceptancesUnderWay]) },
    { provide: RefusalSentences, useValue: new RefusalSentences(hiringRefusals) },
    { provide: HiringQueries, useClass: SqlHiringQueries },
    ...[ApplicationLists, ApplicationListValues, DiagnosisLists],
    ...commands,
    ...policies,
    ...api,
  ],
  exports: [HiringQueries],
})
export class HiringModule {}
