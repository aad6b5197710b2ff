import { DEPARTMENTS, labelOf, REGIONS } from '#reference';
import type { Question } from '../domain/question.js';

/** “Gard (30)”, “Occitanie”, “France”. */
export const placeName = ({ region, department }: Pick<Question, 'region' | 'department'>): string =>
  department ? `${labelOf(DEPARTMENTS, department)} (${department})` : region ? labelOf(REGIONS, region) : 'France';

/** How to read the figures, in one paragraph under them. */
export const noteOf = ({ masked, region, department, kind, validAt, knownAt }: Question, outsideOwn = false): string => {
  const elsewhere = outsideOwn ? 'Ce territoire n’est pas le vôtre : vous lisez ce que lit le public. ' : '';
  const population = kind ? '' : ' Sans choix de type d’employeur, seules les structures d’insertion (ACI, AI, EI, EITI, ETTI) sont comptées.';
  if (masked)
    return `${elsewhere}Chiffres publics, mois clos seulement, tels qu’ils étaient connus à la fin d’un mois. Pour protéger les personnes, chaque case (mois, type d’employeur, département, motif) est arrondie à un multiple de 5, en dessous ou au-dessus, toujours de la même façon ; les totaux sont les sommes de ces cases. Ils sont justes à peu de chose près, et comparer deux réponses ne donne jamais le nombre exact d’une petite case. Aucun taux n’est montré s’il pouvait porter sur moins de 5 personnes, et le montant d’une case n’est compté qu’à partir de 10 transactions (arrondies).${population}`;
  const moment = validAt ?? knownAt ? 'tels qu’ils étaient au moment choisi' : 'mois en cours compris';
  return `Chiffres exacts (${placeName({ region, department })}), ${moment}.${population}`;
};
