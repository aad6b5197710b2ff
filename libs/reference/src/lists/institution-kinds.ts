import { labels } from './label.js';

/** State services and networks [organisations/INS-1]. */
export const INSTITUTION_KINDS = labels({
  DDETS_IAE: 'Direction départementale de l’emploi, du travail et des solidarités (IAE)',
  DDETS_GEIQ: 'Direction départementale de l’emploi, du travail et des solidarités (GEIQ)',
  DDETS_LOG: 'Direction départementale de l’emploi, du travail et des solidarités (logement)',
  DREETS_IAE: 'Direction régionale de l’économie, de l’emploi, du travail et des solidarités (IAE)',
  DREETS_GEIQ: 'Direction régionale de l’économie, de l’emploi, du travail et des solidarités (GEIQ)',
  DRIHL: 'Direction régionale et interdépartementale de l’hébergement et du logement',
  DGEFP_IAE: 'Délégation générale à l’emploi et à la formation professionnelle (IAE)',
  DGEFP_GEIQ: 'Délégation générale à l’emploi et à la formation professionnelle (GEIQ)',
  DIHAL: 'Délégation interministérielle à l’hébergement et à l’accès au logement',
  IAE_NETWORK: 'Réseau employeur de l’insertion par l’activité économique',
  CONVERGENCE: 'Convergence France',
  FFGEIQ: 'Fédération française des GEIQ',
  OTHER: 'Autre institution',
});

export type InstitutionScope = 'department' | 'region' | 'nation';
export const institutionScope = (kind: string): InstitutionScope =>
  kind.startsWith('DDETS') ? 'department' : kind.startsWith('DREETS') || kind === 'DRIHL' ? 'region' : 'nation';

/** Kinds of which there is only one [organisations/INS-2]. */
export const SINGLE_INSTITUTIONS: readonly string[] = ['CONVERGENCE', 'DGEFP_GEIQ', 'DGEFP_IAE', 'DIHAL', 'FFGEIQ'];
