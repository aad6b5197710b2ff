import { type Indicator, units } from './indicator.js';

/** How long answers take, and why the answer is no. */
export const ANSWERS: readonly Indicator[] = [
  {
    id: 'DEL-03',
    version: 2,
    title: 'Délai médian de réponse',
    text:
      'Médiane du nombre de périodes de 24 heures entre l’envoi d’une candidature et sa première réponse (acceptation ou refus, refus automatique compris). La répartition dit combien ont répondu en 30 jours ou moins, de 31 à 45, de ' +
      '46 à 60, de 61 à 90 et plus tard, et, à part, combien attendent encore. Les mois de moins de 30 jours ne se comparent pas aux autres. La version 1 donnait la même médiane, sans répartition.',
    unit: 'jours',
    reading: 'median',
    numerator: units('response', 'Candidatures de la période ayant reçu une réponse'),
    denominator: units('application', 'Candidatures envoyées pendant la période'),
    parts: 'delays',
  },
  {
    id: 'DEL-03-MOYEN',
    version: 1,
    title: 'Délai moyen de réponse',
    text: 'Moyenne des mêmes délais que le délai médian. Quelques réponses très tardives suffisent à l’augmenter.',
    unit: 'jours',
    reading: 'mean',
    numerator: units('response', 'Candidatures de la période ayant reçu une réponse'),
    denominator: units('application', 'Candidatures envoyées pendant la période'),
  },
  {
    id: 'DEL-03-HUMAIN',
    version: 1,
    title: 'Délai médian des réponses humaines',
    text: 'Médiane des délais de réponse, sans les candidatures que la plateforme a refusées d’elle-même après 60 jours faute de réponse. Elle dit en combien de temps répond un employeur qui répond.',
    unit: 'jours',
    reading: 'median',
    numerator: units('response', 'Candidatures de la période auxquelles quelqu’un a répondu', { only: 'people' }),
    denominator: units('application', 'Candidatures envoyées pendant la période'),
  },
  {
    id: 'DEL-03-ATTENTE',
    version: 1,
    title: 'Candidatures encore sans réponse',
    text: 'Parmi les candidatures envoyées pendant la période, part de celles qui n’ont reçu ni acceptation ni refus.',
    unit: '%',
    reading: 'ratio',
    numerator: units('application', 'Candidatures de la période, moins celles qui ont reçu une réponse', { less: 'response' }),
    denominator: units('application', 'Candidatures envoyées pendant la période'),
  },
  {
    id: 'REF-02',
    version: 1,
    title: 'Refus décidés par l’employeur, par motif',
    text:
      'Parmi les candidatures de la période à l’état refusé, part de celles qu’un employeur a déclinées, et répartition selon le motif qu’il a donné. Toutes les parts sont celles de ' +
      'l’ensemble des refus ; les refus automatiques, que personne n’a décidés, sont donnés à part. Une candidature refusée puis acceptée n’en fait plus partie.',
    unit: '%',
    reading: 'ratio',
    numerator: units('refused', 'Candidatures déclinées par un employeur', { only: { not: 'auto' } }),
    denominator: units('refused', 'Candidatures de la période à l’état refusé'),
    parts: 'reasons',
  },
  {
    id: 'REF-03',
    version: 1,
    title: 'Part des refus automatiques',
    text: 'Parmi les candidatures de la période à l’état refusé, part de celles que personne n’a traitées et que la plateforme a refusées après 60 jours. La répartition des motifs est l’indicateur REF-02.',
    unit: '%',
    reading: 'ratio',
    numerator: units('refused', 'Refus automatiques', { only: { detail: 'auto' } }),
    denominator: units('refused', 'Candidatures de la période à l’état refusé'),
  },
];
