import { COMPANY_KINDS, labelOf, NEED_KINDS, NEED_STATUSES, REFUSAL_REASONS } from '#reference';
import type { ExportPurpose } from '../domain/facts-export.decider.js';
import { indicatorOf } from '../domain/indicators.js';
import { DELAY_CLASSES } from '../domain/response-delay.js';
import type { ExportRow } from '../projections/exports.projection.js';
import { placeName } from './note.fr.js';

const PURPOSES: Readonly<Record<ExportPurpose, string>> = {
  dialogue: 'Dialogue de gestion',
  control: 'Contrôle',
  committee: 'Préparation d’un comité local',
  request: 'Réponse à une demande',
  verification: 'Vérification d’un chiffre',
};
export const exportPurposes = (): readonly { code: string; label: string }[] => Object.entries(PURPOSES).map(([code, label]) => ({ code, label }));
export const purposeLabel = (code: string): string => PURPOSES[code as ExportPurpose] ?? code;

const partLabel = (code: string): string => [REFUSAL_REASONS, NEED_STATUSES, NEED_KINDS, DELAY_CLASSES].map((list) => labelOf(list, code)).find(Boolean) ?? code;

/** “Embauches (APP-05, version 1), 2026-01 à 2026-03, Gard (30)”. */
export const aboutExport = ({ indicator, definition, part, firstMonth, lastMonth, kind, region, department, validAt, knownAt }: ExportRow): string =>
  [
    `${indicatorOf(indicator)?.title ?? indicator} (${indicator}, version ${definition})`,
    ...(part ? [partLabel(part)] : []),
    `de ${firstMonth} à ${lastMonth}`,
    placeName({ region, department }),
    ...(kind ? [labelOf(COMPANY_KINDS, kind)] : []),
    ...(validAt ? [`situation au ${validAt}`] : []),
    ...(knownAt ? [`connue le ${knownAt.slice(0, 10)}`] : []),
  ].join(', ');
