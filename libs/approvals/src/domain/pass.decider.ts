import { type Decider, FieldRefusal, type Id, Refusal, type RuleCheck } from '#kernel';
import { isSiae } from '#organisations';
import { type ApprovalsEvent, type CoverRequest, isIdentified } from '../contract.js';
import { passFrom } from './pass-dates.js';
import { diagnosisCheck, hireWithinPassCheck, waitingPeriodCheck } from './pass-rules.js';
import { evolvePath, type HeldPass, type IaePath, passCovering, validPass } from './pass.state.js';
import { reschedule, type RescheduleHire } from './reschedule.js';

/** `passId` is the id of the PASS that would be granted; `numbersSeen` the revision of `pass-numbers` just read. */
export interface CoverHire extends CoverRequest {
  readonly do: 'cover';
  readonly passId: Id;
  readonly numbersSeen: number;
}
export interface WithdrawCover {
  readonly do: 'withdraw';
  readonly candidateId: Id;
  readonly applicationId: Id;
}

const demand = (code: string, facts: Record<string, unknown>, failing: RuleCheck, checks: readonly RuleCheck[]) => {
  if (!failing.met) throw new Refusal(code, facts, checks);
};

const covered = ({ candidateId, applicationId, companyId, startsOn }: CoverHire, passId: Id, isNew: boolean): ApprovalsEvent => ({
  type: 'approvals.HireCovered',
  data: { passId, candidateId, applicationId, companyId, startsOn, isNew },
});

const reuse = (command: CoverHire, pass: HeldPass): ApprovalsEvent[] => {
  const { candidateId, startsOn, today } = command;
  const within = hireWithinPassCheck(pass, startsOn);
  if (!within.met) throw new FieldRefusal('startsOn', 'approvals/hire-after-pass-end', { startsOn, end: pass.end }, [within]);
  const early: ApprovalsEvent[] =
    pass.start > today && startsOn < pass.start
      ? [{ type: 'approvals.PassStartMoved', data: { passId: pass.passId, candidateId, ...passFrom(startsOn) } }]
      : [];
  return [...early, covered(command, pass.passId, false)];
};

const grant = (command: CoverHire, path: IaePath): ApprovalsEvent[] => {
  const { candidateId, applicationId, companyId, companyKind, diagnosis, startsOn, today, passId, numbersSeen, sentByAuthorisedPrescriber } = command;
  const valid = diagnosisCheck({ diagnosis, today: command.checkedForHireOf ?? today });
  const validPrescriberDiagnosis = valid.met && diagnosis?.author === 'prescriber';
  const waiting = waitingPeriodCheck(path, { companyKind, sentByAuthorisedPrescriber, validPrescriberDiagnosis, today });
  demand('approvals/in-waiting-period', { waitingUntil: waiting.inputs.waitingUntil }, waiting, [waiting, valid]);
  if (!isIdentified(command) && !command.checkedForHireOf) return [];
  demand('approvals/diagnosis-required', {}, valid, [waiting, valid]);
  const granted: ApprovalsEvent = {
    type: 'approvals.PassGranted',
    data: { passId, candidateId, applicationId, companyId, companyKind, diagnosisId: diagnosis!.id, diagnosisAuthor: diagnosis!.author, ...passFrom(startsOn), numbersSeen, ...(command.origin && { origin: command.origin }) },
  };
  return [granted, covered(command, passId, true)];
};

const cover = (command: CoverHire, path: IaePath): ApprovalsEvent[] => {
  const already = passCovering(path, command.applicationId);
  if (already) {
    const { startsOn } = already.hires[command.applicationId]!;
    if (startsOn !== command.startsOn) throw new Refusal('approvals/hire-already-covered', { startsOn });
    return [];
  }
  if (!isSiae(command.companyKind)) throw new Refusal('approvals/not-an-iae-employer');
  const pass = validPass(path, command.today);
  return pass ? reuse(command, pass) : grant(command, path);
};

const withdraw = ({ candidateId, applicationId }: WithdrawCover, path: IaePath): ApprovalsEvent[] => {
  const pass = passCovering(path, applicationId);
  if (!pass) return [];
  const { passId, start, end } = pass;
  const withdrawn: ApprovalsEvent = { type: 'approvals.HireCoverWithdrawn', data: { passId, candidateId, applicationId } };
  const isLast = Object.keys(pass.hires).length === 1;
  return isLast ? [withdrawn, { type: 'approvals.PassCancelled', data: { passId, candidateId, applicationId, start, end } }] : [withdrawn];
};

/** A person's whole IAE path: one stream, so that two employers at once are one after the other. */
export const pass: Decider<IaePath, CoverHire | RescheduleHire | WithdrawCover, ApprovalsEvent> = {
  initial: [],
  evolve: evolvePath,
  decide: (command, path) => {
    switch (command.do) {
      case 'cover':
        return cover(command, path);
      case 'reschedule':
        return reschedule(command, path);
      case 'withdraw':
        return withdraw(command, path);
    }
  },
};

