/** Proportions of the real service, from published figures (applications of 2025, Dares entries of 2022), so that the fictional world looks like it. */
export const ORIGINS = { prescriber: 0.719, job_seeker: 0.148, employer: 0.078, orienter: 0.043 } as const;
export type Origin = keyof typeof ORIGINS;
export const ACCEPTED: Readonly<Record<Origin, number>> = { prescriber: 0.175, job_seeker: 0.045, employer: 0.939, orienter: 0.103 };

/** Of the refusals an employer writes; the automatic ones come by themselves after sixty days. */
export const REASONS = {
  no_position: 0.17, other: 0.13, did_not_come: 0.09, did_not_come_to_interview: 0.08, lacking_skills: 0.06, not_interested: 0.05, hired_elsewhere: 0.035,
  non_eligible: 0.03, duplicate: 0.025, incompatible: 0.015, not_mobile: 0.01, training: 0.005, prevent_objectives: 0.005,
} as const;

/** What becomes of an application that is not accepted. */
export const OTHERWISE = { refused: 0.5, unanswered: 0.3, studied: 0.08, postponed: 0.06, pool: 0.06 } as const;

/** January to December: most in September and October, least in May, August and December. */
export const SEASON = [1.02, 0.98, 1.06, 1, 0.86, 1, 0.95, 0.78, 1.22, 1.22, 1.05, 0.82] as const;

export const COMPANY_SHARES = { ACI: 2220, EI: 1150, AI: 700, ETTI: 370, EITI: 60, GEIQ: 250, OPCS: 60 } as const;
export const SUPPLIER_SHARES = { ACI: 2700, EI: 1750, AI: 800, ETTI: 720, EITI: 80, GEIQ: 400, EA: 850, EATT: 50, ESAT: 1550, SEP: 100 } as const;
export const PRESCRIBER_SHARES = {
  FT: 960, ML: 950, DEPT: 1150, CCAS: 1300, ODC: 650, PLIE: 190, CAP_EMPLOI: 150, CHRS: 480, RS_FJT: 420, CHU: 250, CADA: 180, HUDA: 120, CPH: 90, PENSION: 160, OIL: 120, CSAPA: 130,
  CAARUD: 60, SPIP: 110, PJJ: 190, ASE: 90, E2C: 140, EPIDE: 20, AFPA: 110, CIDFF: 100, CAF: 90, MSA: 35, PREVENTION: 130, PIJ_BIJ: 90, CAVA: 30, OACAS: 60, OCASF: 60, OHPD: 150, Orienteur: 700, Autre: 285,
} as const;
/** Who diagnoses: France Travail agencies do most of it. */
export const PRESCRIBER_ACTIVITY: Readonly<Record<string, number>> = { FT: 144, ML: 39, PLIE: 63, ODC: 14, DEPT: 13 };
export const UNAUTHORISED_KINDS: readonly string[] = ['Orienteur', 'Autre'];

export const MEN = 0.62;
export const AGES = { young: 0.25, grown: 0.6, senior: 0.15 } as const;
/** How many employers one person applies to at a time. */
export const APPLICATIONS_EACH = { '1': 0.3, '2': 0.25, '3': 0.2, '4': 0.12, '5': 0.08, '6': 0.05 } as const;

export type Size = 'small' | 'region' | 'nation';
/** What the whole country has, scaled by population for a part of it. */
export const NATION = { siae: 4500, prescribers: 9750, suppliers: 9000, buyers: 900, applicationsAYear: 700_000, population: 67_500_000 } as const;
