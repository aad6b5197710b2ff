import type { NeedSummary, Targeted } from '#marketplace';
import { amountLabel, labelOf, NEED_KINDS_FOR_SUPPLIERS, perimeterLabel, perimeterOf, longDay, sectorOf } from '#reference';
import { type Draft, needPath } from './draft.js';

/** More sectors than that are cut short [marche/SEND-13]. */
const SECTORS = 3;

const sectorsOf = (codes: readonly string[]): string => {
  const labels = codes.flatMap((code) => sectorOf(code)?.label ?? []);
  return labels.length > SECTORS ? `${labels.slice(0, SECTORS).join(', ')}…` : labels.join(', ');
};
const placeOf = ({ wholeFrance, place }: NeedSummary): string | null => {
  const perimeter = place ? perimeterOf(place) : null;
  return wholeFrance ? 'France entière' : perimeter && perimeterLabel(perimeter);
};

/** A need, to a supplier it matches. The subject says nothing of it: subjects are read over shoulders. `buyer`: null when it is not named. */
export const presentedLetter = (need: NeedSummary, { name: supplier, relationId }: Targeted, buyer: string | null): Draft => {
  const facts = [
    ['Nature', labelOf(NEED_KINDS_FOR_SUPPLIERS, need.kind)],
    ['Client', buyer],
    ['Secteurs', sectorsOf(need.sectors)],
    ['Lieu', placeOf(need)],
    ['Budget', amountLabel(need.bracket, need.exactAmount) ?? 'Non renseigné'],
    ['À répondre jusqu’au', longDay(need.deadline)],
  ].flatMap(([name, value]) => (value ? [`${name} : ${value}`] : []));
  return {
    subject: 'Un besoin d’achat correspond à vos activités',
    paragraphs: [`Un acheteur cherche ce que ${supplier} propose : « ${need.title} ».`, facts.join('\n'), 'Lisez le besoin en entier, puis dites s’il vous intéresse : le client l’apprend aussitôt. S’il ne vous intéresse pas, dites-le aussi, sur la même page.'],
    action: { label: 'Lire le besoin', path: `${needPath(need.needId)}${relationId ? `?lien=${relationId}` : ''}` },
    because: `Vous recevez ce message parce que les activités de ${supplier} sont dans l’annuaire de la Plateforme de l’inclusion et correspondent à ce besoin.`,
  };
};
