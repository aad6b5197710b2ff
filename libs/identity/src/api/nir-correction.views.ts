import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#kernel';
import { DateTimeScalar, DayScalar } from '#kernel/api';
import type { CorrectionLine, CorrectionStatus, OpenedCorrection } from '../projections/nir-corrections.js';
import { CandidateSummaryView, erasedCandidate } from './candidate-summary.view.js';

type State = CorrectionLine['state'];
const LABELS: Readonly<Record<State, string>> = { pending: 'En attente', accepted: 'Acceptée', refused: 'Refusée' };

@ObjectType('NirCorrectionStatus')
export class NirCorrectionStatusView {
  @Field(() => String, { description: 'pending, accepted or refused.' }) state!: State;
  @Field(() => String) stateLabel!: string;
  @Field(() => DayScalar, { nullable: true }) handledOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused.' }) explanation!: string | null;
}

@ObjectType('NirCorrectionLine')
export class NirCorrectionLineView {
  @Field(() => ID) id!: Id;
  @Field(() => CandidateSummaryView) candidate!: CandidateSummaryView;
  @Field(() => String, { description: 'pending, accepted or refused.' }) state!: State;
  @Field(() => String) stateLabel!: string;
  @Field(() => DateTimeScalar) requestedAt!: string;
  @Field(() => String) requestedBy!: string;
  @Field(() => String, { nullable: true }) organisation!: string | null;
  @Field(() => DayScalar, { nullable: true }) handledOn!: string | null;
  @Field(() => String, { nullable: true }) handledBy!: string | null;
}

@ObjectType('NirCorrection')
export class NirCorrectionView extends NirCorrectionLineView {
  @Field(() => String, { nullable: true, description: 'When it was asked; null once nothing of the request is kept.' }) currentNir!: string | null;
  @Field(() => String, { nullable: true }) wantedNir!: string | null;
  @Field(() => String, { nullable: true }) justification!: string | null;
  @Field(() => String, { nullable: true }) explanation!: string | null;
  @Field(() => Boolean, { description: 'The list had not caught up with the command; what is shown here has.' }) behind!: boolean;
}

@ObjectType('NirCorrectionPage')
export class NirCorrectionPageView {
  @Field(() => Int) total!: number;
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => [NirCorrectionLineView]) items!: readonly NirCorrectionLineView[];
}

export const statusView = (status: CorrectionStatus): NirCorrectionStatusView => ({ ...status, stateLabel: LABELS[status.state] });
export const lineView = (line: CorrectionLine): NirCorrectionLineView => ({
  ...line,
  stateLabel: LABELS[line.state],
  candidate: line.candidate ?? erasedCandidate(line.candidateId),
});
export const correctionView = ({ currentNir, wantedNir, justification, explanation, ...line }: OpenedCorrection, behind: boolean): NirCorrectionView => ({
  ...lineView(line),
  ...{ currentNir, wantedNir, justification, explanation, behind },
});
