import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, FieldRefusal, type Id, NotFound, Refusal, Streams } from '#kernel';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import { applicationIdOf } from '../contract.js';
import { applicationStream, evolve } from '../domain/application.state.js';
import { isIae } from '../domain/criteria.js';
import { acceptInstead } from '../domain/hire-declaration.js';
import { AcceptanceDrafts, type AcceptanceInput } from './acceptance-drafts.js';
import { EarlierApplications } from './earlier-applications.js';
import { EligibilityAdvice } from './eligibility-advice.js';
import { wroteBy } from './receipts.js';

export interface Declaration {
  readonly candidateId: Id;
  readonly companyId: Id;
  readonly input: AcceptanceInput;
  /** Of its acceptance. */
  readonly context: CommandContext;
  /** The command that sends its application. */
  readonly sending: Id;
}

/** Whether a hire may be declared, before anything is written: an application left half way would be nobody's. */
@Injectable()
export class HireDeclarations {
  constructor(
    private readonly streams: Streams,
    private readonly identity: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly earlier: EarlierApplications,
    private readonly drafts: AcceptanceDrafts,
    private readonly advice: EligibilityAdvice,
    private readonly clock: Clock,
  ) {}

  /** The jobs its application names. @throws Refusal when the hire could not be accepted. */
  async prepare(declaration: Declaration): Promise<readonly Id[]> {
    const { candidateId, companyId, input } = declaration;
    const company = await this.organisations.company(companyId);
    if (!company) throw new NotFound('hiring/unknown-company');
    const known = await this.earlier.of(candidateId, companyId);
    const events = await Promise.all(known.map(({ place }) => this.streams.events(applicationStream(place.applicationId))));
    if (!events.some((each) => wroteBy(each, declaration.sending))) {
      const instead = acceptInstead(known, new Date(this.clock.now()).toISOString());
      if (instead) throw new Refusal('hiring/accept-that-one', { applicationId: instead });
      await this.requireAcceptable(declaration, company, applicationIdOf(candidateId, companyId, known.length));
    }
    return company.jobs.filter(({ id, open }) => open && id === input.jobId).map(({ id }) => id);
  }

  private async requireAcceptable({ candidateId, companyId, input, context }: Declaration, company: { kind: string; department: string | null }, applicationId: Id): Promise<void> {
    const person = await this.identity.candidate(candidateId);
    if (!person) throw new NotFound('hiring/unknown-candidate');
    const { sex, age, department, qpv, zrr } = person;
    const { actor } = context;
    const today = this.clock.today();
    const place = { applicationId, candidateId, companyId, companyKind: company.kind as 'ACI', companyDepartment: company.department ?? '' };
    const from = { sender: 'self', senderId: actor.id, senderOrganisation: companyId, senderOrganisationKind: actor.organisationKind } as const;
    const content = { jobs: [], messageId: null, on: today, at: new Date(this.clock.now()).toISOString(), candidate: { sex, age, department, qpv, zrr } };
    const imagined = evolve(null, { type: 'hiring.ApplicationSubmitted', data: { ...place, ...from, ...content } })!;
    await this.drafts.of(imagined, input, context.command, context, false);
    const passEnd = isIae(company.kind) ? await this.advice.validPassEnd(candidateId) : null;
    // Its days are for those who follow the person [emplois/PASS-20].
    if (passEnd && input.startsOn > passEnd) throw new FieldRefusal('startsOn', 'hiring/starts-after-pass');
  }
}
