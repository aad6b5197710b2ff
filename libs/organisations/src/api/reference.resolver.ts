import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Public } from '#kernel/api';
import {
  APPLICATION_STATUSES, COMPANY_KINDS, CONTRACT_TYPES, CRITERIA, DEPARTMENTS, INSTITUTION_KINDS, PASS_STATES, PRESCRIBER_KINDS, QUALIFICATION_LEVELS, QUALIFICATIONS, REFUSAL_REASONS, REGIONS, ROME, SENDER_KINDS, SOURCES,
  commune, findCommunes,
} from '#reference';
import { CommuneView, communeView } from './commune.view.js';
import { DepartmentView, LabelsView, SourceView } from './reference.views.js';

const MOST_COMMUNES = 50;

const LABELS = {
  criteria: CRITERIA,
  refusalReasons: REFUSAL_REASONS,
  companyKinds: COMPANY_KINDS,
  prescriberKinds: PRESCRIBER_KINDS,
  institutionKinds: INSTITUTION_KINDS,
  contractTypes: CONTRACT_TYPES,
  qualifications: QUALIFICATIONS,
  qualificationLevels: QUALIFICATION_LEVELS,
  applicationStatuses: APPLICATION_STATUSES,
  senderKinds: SENDER_KINDS,
  passStates: PASS_STATES,
  rome: ROME,
  regions: REGIONS,
};
const ALL_DEPARTMENTS = DEPARTMENTS.map(({ code, label, region }) => ({ code, name: label, region: { code: region.code, name: region.label } }));

/** Lists that are the same for everybody. */
@Public()
@Resolver()
export class ReferenceResolver {
  @Query(() => [CommuneView])
  communes(@Args('search') search: string, @Args('limit', { type: () => Int, nullable: true, defaultValue: 10 }) limit: number | null): CommuneView[] {
    return findCommunes(search.slice(0, 80), Math.min(Math.max(1, limit ?? 10), MOST_COMMUNES)).map(communeView);
  }

  @Query(() => CommuneView, { nullable: true })
  commune(@Args('insee') insee: string): CommuneView | null {
    const found = commune(insee);
    return found && communeView(found);
  }

  @Query(() => [DepartmentView])
  departments(): readonly DepartmentView[] {
    return ALL_DEPARTMENTS;
  }

  @Query(() => LabelsView)
  labels(): typeof LABELS {
    return LABELS;
  }

  @Query(() => [SourceView])
  sources(): readonly SourceView[] {
    return SOURCES;
  }
}
