import type { CommandBus } from '@nestjs/cqrs';
import type { Clock, Streams } from '#kernel';
import { HireCovers } from '../../../../../libs/approvals/src/application/cover-hire.js';
import { NumberGrantedPass } from '../../../../../libs/approvals/src/application/number-granted-pass.js';
import { PassNumberer } from '../../../../../libs/approvals/src/application/number-pass.js';
import type { PassNumbering } from '../../../../../libs/approvals/src/domain/pass-number.js';
import { AcceptanceDrafts } from '../../../../../libs/hiring/src/application/acceptance-drafts.js';
import { AcceptanceProcess } from '../../../../../libs/hiring/src/application/acceptance-process.js';
import { DeliveryProcess } from '../../../../../libs/hiring/src/application/delivery-process.js';
import { AcceptApplication, AcceptApplicationHandler } from '../../../../../libs/hiring/src/application/accept-application.js';
import { AddToPool, AddToPoolHandler } from '../../../../../libs/hiring/src/application/add-to-pool.js';
import { AutomaticArchive } from '../../../../../libs/hiring/src/application/automatic-archive.js';
import { AutomaticRefusal } from '../../../../../libs/hiring/src/application/automatic-refusal.js';
import { CancelHire, CancelHireHandler } from '../../../../../libs/hiring/src/application/cancel-hire.js';
import { DescribeHiredJob } from '../../../../../libs/hiring/src/application/describe-hired-job.js';
import { DiagnoseEligibility, DiagnoseEligibilityHandler } from '../../../../../libs/hiring/src/application/diagnose-eligibility.js';
import { EligibilityAdvice } from '../../../../../libs/hiring/src/application/eligibility-advice.js';
import { EmployerDesk } from '../../../../../libs/hiring/src/application/employer-desk.js';
import { FinishAcceptance } from '../../../../../libs/hiring/src/application/finish-acceptance.js';
import { GiveBackPass } from '../../../../../libs/hiring/src/application/give-back-pass.js';
import { HiredJobs } from '../../../../../libs/hiring/src/application/hired-jobs.js';
import { MakeOthersObsolete } from '../../../../../libs/hiring/src/application/make-others-obsolete.js';
import { PassOrigins } from '../../../../../libs/hiring/src/application/pass-origins.js';
import { Postpone, PostponeHandler } from '../../../../../libs/hiring/src/application/postpone.js';
import { PutUnderStudy, PutUnderStudyHandler } from '../../../../../libs/hiring/src/application/put-under-study.js';
import { RefuseApplication, RefuseApplicationHandler } from '../../../../../libs/hiring/src/application/refuse-application.js';
import { SubmitApplication, SubmitApplicationHandler } from '../../../../../libs/hiring/src/application/submit-application.js';
import { ModerationDesk } from '../../../../../libs/marketplace/src/application/moderation-desk.js';
import { NeedDesk } from '../../../../../libs/marketplace/src/application/need-desk.js';
import { SupplierDesk } from '../../../../../libs/marketplace/src/application/supplier-desk.js';
import { JobsService } from '../../../../../libs/organisations/src/application/jobs.js';
import type { RememberedApplications } from './applications.js';
import type { RememberedOrganisations } from './organisations.js';
import type { RememberedPasses } from './passes.js';
import type { RememberedPeople } from './people.js';
import type { RememberedSuppliers } from './suppliers.js';

interface Ports {
  readonly streams: Streams;
  readonly clock: Clock;
  readonly organisations: RememberedOrganisations;
  readonly people: RememberedPeople;
  readonly passes: RememberedPasses;
  readonly applications: RememberedApplications;
  readonly suppliers: RememberedSuppliers;
  readonly numbering: PassNumbering;
}
type Handler = { execute(command: never): Promise<unknown> };
type Kind = abstract new (...args: never[]) => object;

/** The platform's own services, standing on memory. */
export const servicesOn = ({ streams, clock, organisations, people, passes, applications, suppliers, numbering }: Ports) => {
  const handlers = new Map<unknown, Handler>();
  const commands = { execute: (command: object) => handlers.get(command.constructor)!.execute(command as never) };
  const bus = commands as unknown as CommandBus;
  const words = people.commands;
  const advice = new EligibilityAdvice(streams, passes, people, clock);
  const desk = new EmployerDesk(streams, words);
  const numberer = new PassNumberer(streams, numbering);
  const covers = new HireCovers(streams, numberer, passes);
  const origins = new PassOrigins(organisations);
  const process = new AcceptanceProcess(streams, covers, clock, origins);
  const drafts = new AcceptanceDrafts(people, organisations, advice, clock, new HiredJobs(organisations));
  const newJobs = new DescribeHiredJob(new JobsService(streams));
  const all: readonly (readonly [Kind, Handler])[] = [
    [SubmitApplication, new SubmitApplicationHandler(streams, bus, people, words, organisations, advice, clock)],
    [DiagnoseEligibility, new DiagnoseEligibilityHandler(streams, people, advice, clock)],
    [AcceptApplication, new AcceptApplicationHandler(streams, bus, drafts, desk, process, clock, newJobs)],
    [PutUnderStudy, new PutUnderStudyHandler(desk, clock)],
    [Postpone, new PostponeHandler(desk, clock)],
    [AddToPool, new AddToPoolHandler(desk, clock)],
    [RefuseApplication, new RefuseApplicationHandler(desk, clock)],
    [CancelHire, new CancelHireHandler(desk, covers, clock)],
  ];
  for (const [kind, handler] of all) handlers.set(kind, handler);
  const needs = new NeedDesk(streams, words, organisations, clock);
  const desks = new Map<unknown, unknown>([
    [NeedDesk, needs],
    [ModerationDesk, new ModerationDesk(needs, suppliers, clock)],
    [SupplierDesk, new SupplierDesk(streams, words, needs, suppliers, clock)],
  ]);
  const policies = [
    new MakeOthersObsolete(streams, applications, clock),
    new FinishAcceptance(streams, process, new DeliveryProcess(streams, covers, process, clock, origins)),
    new GiveBackPass(streams, covers),
    new NumberGrantedPass(numberer),
  ];
  return { commands, desks, policies, deadlines: [new AutomaticRefusal(streams, applications, clock), new AutomaticArchive(streams, applications, clock)] };
};
