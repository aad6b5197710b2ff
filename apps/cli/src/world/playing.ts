import { addDays, addMonths, type Actor, dayOf, derivedId, type Id, startOf } from '#kernel';
import { refusalReasonOf } from '#reference';
import { AcceptApplication } from '../../../../libs/hiring/src/application/accept-application.js';
import { AddToPool } from '../../../../libs/hiring/src/application/add-to-pool.js';
import { CancelHire } from '../../../../libs/hiring/src/application/cancel-hire.js';
import { Postpone } from '../../../../libs/hiring/src/application/postpone.js';
import { PutUnderStudy } from '../../../../libs/hiring/src/application/put-under-study.js';
import { RefuseApplication } from '../../../../libs/hiring/src/application/refuse-application.js';
import { SubmitApplication } from '../../../../libs/hiring/src/application/submit-application.js';
import { type Agenda, type Due, HOUR } from './agenda.js';
import { contractOf } from './contracts.js';
import { MARKER } from './names.js';
import type { PlannedOrganisation } from './organisations.js';
import type { PlannedPerson } from './people.js';
import { type Stage, memberOf } from './stage.js';
import type { Step, Story } from './stories.js';

/** Days after which silence is an answer. */
const PATIENCE = 60;
const GEIQ_REASONS_LEFT_OUT: readonly string[] = ['non_eligible', 'prevent_objectives'];

export interface Played {
  readonly candidates: number;
  readonly applications: number;
  readonly steps: number;
}

/** Plays stories hour by hour, as people would have: what a rule refuses does not happen. */
export class Player {
  readonly #candidates = new Map<number, Id>();
  readonly #applications = new Map<number, Id>();
  /** When each application waiting for an answer will have waited too long, soonest first. */
  readonly #unanswered = new Map<number, number>();
  #steps = 0;
  #today = '';

  constructor(
    private readonly stage: Stage,
    private readonly agenda: Agenda,
    /** What else goes on meanwhile. */
    private readonly meanwhile?: { until(instant: number): Promise<void> },
  ) {}

  get played(): Played {
    return { candidates: this.#candidates.size, applications: this.#applications.size, steps: this.#steps };
  }

  candidateId(person: PlannedPerson): Id | undefined {
    return this.#candidates.get(person.number);
  }

  async play(until: number, progress: (steps: number) => void): Promise<void> {
    for (const [at, due] of this.agenda.until(until)) {
      const today = dayOf(at);
      if (today !== this.#today) await this.#morning(at);
      this.#today = today;
      await this.meanwhile?.until(at);
      this.stage.clock.set(Math.max(at, this.stage.clock.now()));
      const people = [...Map.groupBy(due, ({ story }) => story.person.number).values()];
      const tooLong = startOf(addDays(today, PATIENCE));
      const { atOnce } = this.stage;
      for (let n = 0; n < people.length; n += atOnce) await Promise.all(people.slice(n, n + atOnce).map((steps) => this.#inOrder(steps, tooLong)));
      this.#steps += due.length;
      progress(this.#steps);
      // Whoever was hired is no longer waiting elsewhere: the policy must have said so before the next answer.
      if (due.some(({ step }) => step.do === 'accept')) await this.stage.settled();
    }
  }

  /** What is due by itself happens before anybody comes to work. */
  async #morning(at: number): Promise<void> {
    const [soonest] = this.#unanswered.values();
    if (soonest === undefined || soonest > at) return;
    this.stage.clock.set(Math.max(at - HOUR, this.stage.clock.now()));
    await this.stage.settled();
    if ((await this.stage.deadlines()) > 0) await this.stage.settled();
    for (const [number, due] of this.#unanswered) {
      if (due > at) break;
      this.#unanswered.delete(number);
    }
  }

  async #inOrder(steps: readonly Due[], tooLong: number): Promise<void> {
    for (const { story, step } of steps) {
      await this.#one(story, step);
      this.#unanswered.delete(story.number);
      if (step.do === 'submit' || step.do === 'study') this.#unanswered.set(story.number, tooLong);
    }
  }

  #one(story: Story, step: Step): Promise<unknown> {
    if (step.do === 'submit') return this.#submit(story);
    const id = this.#applications.get(story.number);
    if (!id) return Promise.resolve();
    const context = this.stage.context(memberOf(story.company, story.number), step.do, story.number);
    switch (step.do) {
      case 'study':
        return this.#execute(new PutUnderStudy(id, context));
      case 'postpone':
        return this.#execute(new Postpone(id, text('Nous étudierons votre candidature le mois prochain.'), context));
      case 'pool':
        return this.#execute(new AddToPool(id, text('Nous gardons votre candidature pour nos prochains recrutements.'), context));
      case 'refuse':
        return this.#refuse(story, id, step);
      case 'accept':
        return this.#accept(story, id, step);
      case 'cancel':
        return this.#execute(new CancelHire(id, context));
    }
  }

  #execute<T>(command: object): Promise<T | null> {
    return this.stage.allowed(() => this.stage.commands.execute(command) as Promise<T>);
  }

  async #submit(story: Story): Promise<void> {
    const { person, company, number, job } = story;
    const candidateId = await this.#candidate(story);
    if (!candidateId) return;
    const actor = senderOf(story, candidateId);
    const input = {
      candidateId,
      companyId: company.id,
      jobs: company.jobs.length > 0 && job > 0 ? [company.jobs[job % company.jobs.length]!.id] : [],
      message: text('Bonjour, je souhaite travailler avec vous et vous remercie de lire cette candidature.'),
      criteria: story.diagnoses ? person.criteria : null,
      confirmRepeat: true,
    };
    const sent = await this.#execute<{ applicationId: Id }>(new SubmitApplication(input, this.stage.context(actor, 'submit', number)));
    if (sent) this.#applications.set(number, sent.applicationId);
  }

  async #candidate(story: Story): Promise<Id | null> {
    const { person } = story;
    const known = this.#candidates.get(person.number);
    if (known) return known;
    const command = this.stage.id('command', 'register-candidate', person.number);
    const own = derivedId('candidate', command);
    const registered = await this.stage.allowed(() => this.stage.candidates.register(person.input, true, { ...this.stage.context(senderOf(story, own)), command }));
    if (registered) this.#candidates.set(person.number, registered.candidateId);
    return registered?.candidateId ?? null;
  }

  #refuse(story: Story, id: Id, { reason, share }: Step & { do: 'refuse' }): Promise<unknown> {
    const kept = story.company.kind === 'GEIQ' && GEIQ_REASONS_LEFT_OUT.includes(reason) ? 'other' : reason;
    const answer = refusalReasonOf(kept)!.defaultAnswer;
    const forPrescriber = story.origin === 'prescriber' || story.origin === 'orienter' ? text('Merci de cette orientation, le profil ne convient pas cette fois.') : null;
    const context = this.stage.context(memberOf(story.company, story.number), 'refuse', story.number, reason);
    return this.#execute(new RefuseApplication(id, { reason: kept, shareReason: share, answer, privateAnswer: forPrescriber }, context));
  }

  /** The criteria only count where no prescriber has diagnosed: the employer then does it in the same gesture. */
  #accept({ company, person, number }: Story, id: Id, { startsIn, months }: Step & { do: 'accept' }): Promise<unknown> {
    const startsOn = addDays(this.stage.clock.today(), startsIn);
    const terms = { startsOn, endsOn: months === null ? null : addMonths(startsOn, months), jobId: company.jobs[0]?.id ?? null, criteria: person.criteria, contract: contractOf(company.kind, number) };
    const context = this.stage.context(memberOf(company, number), 'accept', number);
    return this.#execute(new AcceptApplication(id, { ...terms, answer: text('Nous sommes heureux de vous accueillir.') }, context));
  }
}

const text = (sentence: string) => `${sentence} (${MARKER})`;

const senderOf = ({ sender, senderMember }: Story, candidateId: Id): Actor =>
  sender ? memberOf(sender, senderMember) : { id: candidateId, role: 'candidate', organisation: null, organisationKind: null, authorised: false, department: null };

/** Companies that can be applied to: somebody answers there, and the service still takes applications for their kind. */
export const canBeAppliedTo = ({ type, members, kind }: PlannedOrganisation): boolean => type === 'company' && members.length > 0 && kind !== 'EA' && kind !== 'EATT';
