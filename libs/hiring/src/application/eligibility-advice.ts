import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day, type Id, Streams } from '#kernel';
import { ApprovalsQueries, isIdentified } from '#approvals';
import { IdentityQueries } from '#identity';
import { type Assessment, assess } from '../domain/assess.js';
import { withoutPassDays } from '../domain/eligibility-checks.js';
import { authorFor, consideredValid } from '../domain/diagnosis.js';
import { eligibilityFile, eligibilityStream } from '../domain/eligibility-file.js';

export interface AdviceQuestion {
  readonly candidateId: Id;
  readonly company: { readonly id: Id; readonly kind: string };
  readonly actor: Actor;
  /** The criteria of a diagnosis not made yet; null when none is considered. */
  readonly criteria: readonly string[] | null;
  /** Of the application in question; of one this actor would send, when absent. */
  readonly sentByAuthorisedPrescriber?: boolean;
  /** The actor was found to be party to an application of this person, and so reads the days of their PASS. */
  readonly party?: boolean;
}

/** Gathers what is known of a person, from the streams themselves, and explains whether a company may hire them. */
@Injectable()
export class EligibilityAdvice {
  constructor(
    private readonly streams: Streams,
    private readonly approvals: ApprovalsQueries,
    private readonly identity: IdentityQueries,
    private readonly clock: Clock,
  ) {}

  async about(question: AdviceQuestion): Promise<Assessment> {
    const { candidateId, company, actor, criteria, sentByAuthorisedPrescriber } = question;
    const today = this.clock.today();
    const [{ state: file }, passEnd, numbers] = await Promise.all([
      this.streams.load(eligibilityStream(candidateId), eligibilityFile),
      this.validPassEnd(candidateId),
      this.identity.candidate(candidateId),
    ]);
    const author = authorFor(actor);
    // Another company's own diagnosis is none of this one's business.
    const outsider = actor.role === 'employer' && actor.organisation !== company.id;
    const known = outsider ? file.filter((each) => each.author === 'prescriber') : file;
    const waiting = await this.approvals.waitingPeriod(candidateId, {
      companyKind: company.kind,
      sentByAuthorisedPrescriber: sentByAuthorisedPrescriber ?? author === 'prescriber',
      validPrescriberDiagnosis:
        consideredValid(known, null, { today, passValid: false })?.author === 'prescriber' ||
        (author === 'prescriber' && criteria !== null),
      today,
    });
    const identified = numbers !== null && isIdentified(numbers);
    const found = assess({ company, actor, file: known, today, passEnd, identified, criteria, waiting });
    if (question.party || (await this.follows(actor, candidateId))) return found;
    return { ...found, checks: found.checks.map(withoutPassDays), waiting: withoutPassDays(found.waiting) };
  }

  follows(actor: Actor, candidateId: Id): Promise<boolean> {
    return this.approvals.maySee(actor, candidateId);
  }

  /** Last day of the person's valid PASS, if any. */
  async validPassEnd(candidateId: Id): Promise<Day | null> {
    const today = this.clock.today();
    const pass = await this.approvals.latest(candidateId, today);
    return pass && pass.end >= today ? pass.end : null;
  }
}
