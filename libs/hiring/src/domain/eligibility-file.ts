import { type Actor, type Day, type Decider, FieldRefusal, type Id, Refusal } from '#kernel';
import type { HiringEvent } from '../contract.js';
import { isCriterion, ordered } from './criteria.js';
import { type Author, authorFor, consideredValid, type Diagnosis, type EligibilityFile, expiryOf } from './diagnosis.js';
import { authorCheck, criteriaCheck, diagnosisCheck, exclusiveCheck, passCheck, withoutPassDays } from './eligibility-checks.js';

export type EligibilityFileEvent = Extract<HiringEvent, { type: 'hiring.EligibilityDiagnosed' | 'hiring.DiagnosisReplaced' }>;

export interface Diagnose {
  readonly do: 'diagnose';
  readonly diagnosisId: Id;
  readonly candidateId: Id;
  readonly criteria: readonly string[];
  readonly actor: Actor;
  readonly today: Day;
  /** Last day of the person's valid PASS, if any. */
  readonly passEnd: Day | null;
  /** Whether this actor follows the person, and so reads the days of their PASS [emplois/PASS-20]. */
  readonly follows: boolean;
}

export const eligibilityStream = (candidateId: Id): string => `diagnosis-${candidateId}`;

const evolve = (file: EligibilityFile, event: EligibilityFileEvent): EligibilityFile => {
  switch (event.type) {
    case 'hiring.EligibilityDiagnosed': {
      const { diagnosisId, author, organisation, criteria, on, expiresOn } = event.data;
      return [...file, { id: diagnosisId, author, organisation, criteria, on, expiresOn }];
    }
    case 'hiring.DiagnosisReplaced': {
      const { diagnosisId, on } = event.data;
      return file.map((each) => (each.id === diagnosisId ? { ...each, expiresOn: on } : each));
    }
  }
};

const requireNew = (current: Diagnosis | null, author: Author, { actor, today }: Diagnose, criteria: readonly string[]) => {
  if (!current) return;
  const unchanged = current.organisation === actor.organisation && current.on === today && current.criteria.join() === criteria.join();
  if (author === 'employer' || unchanged)
    throw new Refusal('hiring/already-diagnosed', { author: current.author, expiresOn: current.expiresOn }, [
      diagnosisCheck(current, today),
    ]);
};

const decide = (command: Diagnose, file: EligibilityFile): readonly EligibilityFileEvent[] => {
  const { actor, candidateId, diagnosisId, today, passEnd, follows } = command;
  const author = authorFor(actor);
  if (!author || !actor.organisation || !actor.organisationKind)
    throw new Refusal('hiring/may-not-diagnose', {}, [authorCheck(null, actor.organisationKind)]);
  const criteria = ordered(command.criteria);
  const unknown = criteria.find((code) => !isCriterion(code));
  if (unknown !== undefined) throw new FieldRefusal('criteria', 'hiring/unknown-criterion', { criterion: unknown });
  if (passEnd) {
    const told = follows ? passCheck(passEnd) : withoutPassDays(passCheck(passEnd));
    throw new Refusal('hiring/pass-still-valid', { end: told.inputs['end'] }, [told]);
  }

  const exclusive = exclusiveCheck(criteria);
  if (!exclusive.met) throw new FieldRefusal('criteria', 'hiring/exclusive-criteria', exclusive.inputs, [exclusive]);
  const current = consideredValid(file, author === 'employer' ? actor.organisation : null, { today, passValid: false });
  requireNew(current, author, command, criteria);
  const enough = criteriaCheck(author, actor.organisationKind, criteria);
  if (!enough.met)
    throw new FieldRefusal('criteria', 'hiring/not-enough-criteria', { ...enough.inputs, missing: enough.enough['level2'] }, [exclusive, enough]);

  const { organisation, organisationKind } = actor;
  const diagnosed: EligibilityFileEvent = {
    type: 'hiring.EligibilityDiagnosed',
    data: {
      diagnosisId,
      candidateId,
      author,
      organisation,
      organisationKind,
      by: actor.id,
      criteria,
      on: today,
      expiresOn: expiryOf(author, today),
    },
  };
  if (!current) return [diagnosed];
  return [diagnosed, { type: 'hiring.DiagnosisReplaced', data: { diagnosisId: current.id, candidateId, by: diagnosisId, on: today } }];
};

/** Stream `diagnosis-<candidateId>`. */
export const eligibilityFile: Decider<EligibilityFile, Diagnose, EligibilityFileEvent> = { initial: [], evolve, decide };
