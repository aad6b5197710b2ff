/** Reasons an employer may give [emplois/REF-1]. */
export const PROPOSED_REASONS: readonly string[] = [
  'did_not_come',
  'did_not_come_to_interview',
  'hired_elsewhere',
  'training',
  'non_eligible',
  'not_mobile',
  'not_interested',
  'lacking_skills',
  'incompatible',
  'prevent_objectives',
  'no_position',
  'duplicate',
  'other',
];
const NOT_FOR_GEIQ: readonly string[] = ['prevent_objectives', 'non_eligible'];

/** The platform's own reason, after 60 days without an answer [emplois/REF-6]. */
export const AUTOMATIC_REASON = 'auto';
export const DAYS_BEFORE_AUTOMATIC_REFUSAL = 60;

export const reasonsFor = (companyKind: string): readonly string[] =>
  companyKind === 'GEIQ' ? PROPOSED_REASONS.filter((reason) => !NOT_FOR_GEIQ.includes(reason)) : PROPOSED_REASONS;
