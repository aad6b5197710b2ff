import type { Measure } from './fact.js';

/** One side of an indicator: a sum over facts of one measure. */
export interface Term {
  readonly text: string;
  readonly measure: Measure;
  readonly of: 'units' | 'amount';
  /** Only the facts that say this. */
  readonly detail?: string;
}

/** The whole of what a figure means: change anything that changes a value, and raise `version`. */
export interface Indicator {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly unit: string;
  /** What the figure is: the first term, the first over the second, or the middle of the delays of the first. */
  readonly reading: 'sum' | 'ratio' | 'median';
  readonly numerator: Term;
  readonly denominator: Term | null;
}

const units = (measure: Measure, text: string, detail?: string): Term => ({ measure, text, of: 'units', ...(detail !== undefined && { detail }) });

export const INDICATORS: readonly Indicator[] = [
  {
    id: 'APP-01',
    version: 1,
    title: 'Candidatures',
    text: 'Nombre de candidatures envoyées, comptées le jour de leur envoi, quelle que soit leur suite.',
    unit: 'candidatures',
    reading: 'sum',
    numerator: units('application', 'Candidatures envoyées pendant la période'),
    denominator: null,
  },
  {
    id: 'APP-04',
    version: 1,
    title: 'Taux de candidatures acceptées',
    text: 'Parmi les candidatures envoyées pendant la période, part de celles qui sont acceptées. Une embauche annulée n’en fait plus partie ; une candidature refusée puis acceptée en fait partie. Les mois récents montent encore, car des réponses sont attendues.',
    unit: '%',
    reading: 'ratio',
    numerator: units('accepted', 'Candidatures de la période à l’état accepté'),
    denominator: units('application', 'Candidatures envoyées pendant la période'),
  },
  {
    id: 'APP-05',
    version: 1,
    title: 'Embauches',
    text: 'Nombre de candidatures acceptées pour la première fois pendant la période. Une embauche annulée puis convenue à nouveau ne compte qu’une fois, à la date de la première acceptation.',
    unit: 'embauches',
    reading: 'sum',
    numerator: units('hire', 'Premières acceptations pendant la période'),
    denominator: null,
  },
  {
    id: 'DEL-03',
    version: 1,
    title: 'Délai médian de réponse',
    text: 'Médiane du nombre de périodes de 24 heures entre l’envoi d’une candidature et sa première réponse (acceptation ou refus, refus automatique compris). Les termes disent combien de candidatures ont reçu une réponse : les mois de moins de 30 jours ne se comparent pas aux autres.',
    unit: 'jours',
    reading: 'median',
    numerator: units('response', 'Candidatures de la période ayant reçu une réponse'),
    denominator: units('application', 'Candidatures envoyées pendant la période'),
  },
  {
    id: 'REF-03',
    version: 1,
    title: 'Part des refus automatiques',
    text: 'Parmi les candidatures de la période à l’état refusé, part de celles que personne n’a traitées et que la plateforme a refusées après 60 jours. La répartition complète des motifs (REF-02) est donnée à côté.',
    unit: '%',
    reading: 'ratio',
    numerator: units('refused', 'Refus automatiques', 'auto'),
    denominator: units('refused', 'Candidatures de la période à l’état refusé'),
  },
  {
    id: 'AUT-02',
    version: 1,
    title: 'Part de l’auto-prescription',
    text: 'Parmi les embauches de la période, part de celles dont le diagnostic d’éligibilité valable ce jour-là a été réalisé par l’entreprise qui embauche. Un diagnostic fait plus tard n’y change rien.',
    unit: '%',
    reading: 'ratio',
    numerator: units('self_prescribed', 'Embauches en auto-prescription'),
    denominator: units('hire', 'Premières acceptations pendant la période'),
  },
  {
    id: 'PASS-01',
    version: 2,
    title: 'PASS IAE délivrés',
    text:
      'Nombre de PASS IAE délivrés à l’occasion d’une embauche et non annulés, comptés par date de début et dans le territoire de cette embauche. Un début avancé change de mois. ' +
      'Un PASS réutilisé pour une autre embauche ne compte pas une seconde fois ; un PASS annulé rejoint la série des PASS annulés. La version 1 gardait les PASS annulés et le début prévu à l’embauche.',
    unit: 'PASS IAE',
    reading: 'sum',
    numerator: units('pass', 'PASS IAE qui commencent pendant la période'),
    denominator: null,
  },
  {
    id: 'PASS-01-ANNULES',
    version: 1,
    title: 'PASS IAE annulés',
    text: 'Nombre de PASS IAE délivrés à l’occasion d’une embauche puis annulés, parce que l’embauche l’a été et que le PASS ne servait à aucune autre. Comptés par date de début, comme les PASS IAE délivrés.',
    unit: 'PASS IAE',
    reading: 'sum',
    numerator: units('pass_cancelled', 'PASS IAE annulés dont le début était prévu pendant la période'),
    denominator: null,
  },
  {
    id: 'APP-05-PASS',
    version: 1,
    title: 'Embauches de personnes déjà en parcours',
    text: 'Parmi les embauches de la période, part de celles de personnes qui avaient déjà un PASS IAE en cours de validité le jour de l’acceptation.',
    unit: '%',
    reading: 'ratio',
    numerator: units('in_pass', 'Embauches avec un PASS IAE déjà délivré'),
    denominator: units('hire', 'Premières acceptations pendant la période'),
  },
  {
    id: 'MKT-01',
    version: 1,
    title: 'Besoins d’achat',
    text: 'Nombre de besoins publiés par des acheteurs et transmis aux fournisseurs, comptés le jour de leur transmission, dans le département des travaux ou à défaut celui de l’acheteur. Le type de structure ne s’applique pas à cet indicateur.',
    unit: 'besoins',
    reading: 'sum',
    numerator: units('need', 'Besoins transmis pendant la période'),
    denominator: null,
  },
  {
    id: 'MKT-07',
    version: 1,
    title: 'Montant des transactions',
    text: 'Somme des montants des transactions conclues entre acheteurs et fournisseurs, comptées le jour de leur enregistrement : montant déclaré, à défaut haut de la tranche du besoin. Le second terme est leur nombre. Le type de structure ne s’applique pas à cet indicateur.',
    unit: '€',
    reading: 'sum',
    numerator: { measure: 'transaction', of: 'amount', text: 'Montant déclaré, en euros' },
    denominator: units('transaction', 'Transactions enregistrées pendant la période'),
  },
];

export const indicatorOf = (id: string): Indicator | undefined => INDICATORS.find((indicator) => indicator.id === id);
