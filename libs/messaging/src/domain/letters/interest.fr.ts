import type { NeedSummary } from '#marketplace';
import { becauseAuthor, type Draft, needPath } from './draft.js';

const WHO = new Map([
  [1, 'Une première structure s’intéresse à votre besoin'],
  [2, 'Une deuxième structure s’intéresse à votre besoin'],
]);

export const interestLetter = ({ needId, title }: NeedSummary, rank: number): Draft => ({
  subject: WHO.get(rank) ?? `${rank} structures s’intéressent à votre besoin`,
  paragraphs: [
    `${WHO.get(rank) ?? `${rank} structures s’intéressent maintenant à votre besoin`} : « ${title} ».`,
    rank === 1
      ? 'Ses coordonnées sont sur la page du besoin, avec ses réponses à vos questions si vous en avez posé. Prenez contact avec elle : une réponse rapide aide les structures inclusives à s’organiser.'
      : 'Leurs coordonnées sont sur la page du besoin, avec leurs réponses à vos questions si vous en avez posé.',
  ],
  action: { label: 'Voir les structures intéressées', path: needPath(needId) },
  because: becauseAuthor,
});
