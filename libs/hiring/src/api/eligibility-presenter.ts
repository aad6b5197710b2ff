import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Id } from '#kernel';
import { ApprovalsQueries } from '#approvals';
import { passView } from '#approvals/views';
import { type AdviceQuestion, EligibilityAdvice } from '../application/eligibility-advice.js';
import { DiagnosisPresenter } from './diagnosis-presenter.js';
import { type EligibilityView, eligibilityView } from './eligibility.view.js';

@Injectable()
export class EligibilityPresenter {
  constructor(
    private readonly advice: EligibilityAdvice,
    private readonly approvals: ApprovalsQueries,
    private readonly diagnoses: DiagnosisPresenter,
    private readonly clock: Clock,
  ) {}

  async explain(question: AdviceQuestion): Promise<EligibilityView> {
    const { candidateId, actor, party = false } = question;
    const today = this.clock.today();
    const [assessment, pass, follows] = await Promise.all([
      this.advice.about(question),
      this.approvals.latest(candidateId, today),
      party || this.advice.follows(actor, candidateId),
    ]);
    const diagnosis = assessment.diagnosis && (await this.diagnosis(candidateId, assessment.diagnosis.id, actor));
    return eligibilityView(assessment, actor, pass && follows ? passView(pass, today) : null, diagnosis);
  }

  private diagnosis(candidateId: Id, diagnosisId: Id, actor: Actor) {
    return this.diagnoses.one(candidateId, diagnosisId, actor);
  }
}
