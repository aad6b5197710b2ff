import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RequiresRole } from '#kernel/api';
import { CONTRACT_TYPES, labelOf, QUALIFICATION_LEVELS, QUALIFICATIONS } from '#reference';
import { ApplicationView } from './application.view.js';

@ObjectType('HireContract')
export class HireContractView {
  @Field(() => String) typeLabel!: string;
  @Field(() => String, { nullable: true, description: 'Of a contract of another type; null once the candidate was erased.' }) details!: string | null;
  @Field(() => Int) weeklyHours!: number;
  @Field(() => String) qualificationLabel!: string;
  @Field(() => String) levelLabel!: string;
  @Field(() => Int) trainingHours!: number;
  @Field(() => Boolean) invertedVae!: boolean;
}

/** What a GEIQ said of the contract [emplois/ACP-5]. */
@RequiresRole('employer', 'prescriber', 'candidate', 'staff')
@Resolver(() => ApplicationView)
export class HireContractResolver {
  @ResolveField(() => HireContractView, { nullable: true, description: 'Of a hire by a GEIQ; not for orienters.' })
  async contract(@Parent() { source: { row, visible, batch } }: ApplicationView): Promise<HireContractView | null> {
    if (!row.contract || !visible.rights) return null;
    const { type, detailsId, weeklyHours, qualification, level, trainingHours, invertedVae } = row.contract;
    return {
      typeLabel: labelOf(CONTRACT_TYPES, type),
      details: (detailsId && (await batch.texts()).get(detailsId)) || null,
      qualificationLabel: labelOf(QUALIFICATIONS, qualification),
      levelLabel: labelOf(QUALIFICATION_LEVELS, level),
      ...{ weeklyHours, trainingHours, invertedVae },
    };
  }
}
