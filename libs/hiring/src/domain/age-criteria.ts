/**
 * The criteria that follow from a birth date, to be ticked beforehand on a diagnosis: `age` is in completed years today,
 * so that somebody is a senior on their 50th birthday and no longer young on their 26th [emplois/IAE-17].
 */
export const criteriaOfAge = (age: number): readonly string[] => (age >= 50 ? ['SENIOR'] : age < 26 ? ['JEUNE'] : []);
