import { type Indicator, units } from './indicator.js';

/** What is sent, hired, and the PASS that come of it. */
export const HIRES: readonly Indicator[] = [
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
    version: 2,
    title: 'Embauches',
    text: 'Nombre de candidatures acceptées pour la première fois pendant la période. Une embauche annulée puis convenue à nouveau ne compte qu’une fois, à la date de la première acceptation. Elle compte dans le territoire où l’employeur se trouve ce jour-là.' +
      ' La version 1 les comptait dans le territoire où l’employeur se trouvait à l’envoi de la candidature.',
    unit: 'embauches',
    reading: 'sum',
    numerator: units('hire', 'Premières acceptations pendant la période'),
    denominator: null,
  },
  {
    id: 'APP-05-NET',
    version: 2,
    title: 'Embauches nettes',
    text: 'Embauches de la période, moins celles qui ont été annulées depuis. Une embauche annulée puis convenue à nouveau est comptée. Le nombre d’une période passée baisse donc quand une embauche est annulée plus tard.' +
      ' La version 1 les comptait dans le territoire où l’employeur se trouvait à l’envoi de la candidature.',
    unit: 'embauches',
    reading: 'sum',
    numerator: units('hire', 'Premières acceptations pendant la période, moins les embauches annulées', { less: 'hire_cancelled' }),
    denominator: null,
  },
  {
    id: 'AUT-02',
    version: 2,
    title: 'Part de l’auto-prescription',
    text: 'Parmi les embauches de la période, part de celles dont le diagnostic d’éligibilité valable ce jour-là a été réalisé par l’entreprise qui embauche. Un diagnostic fait plus tard n’y change rien.' +
      ' La version 1 comptait les embauches dans le territoire où l’employeur se trouvait à l’envoi de la candidature.',
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
    version: 2,
    title: 'Embauches de personnes déjà en parcours',
    text: 'Parmi les embauches de la période, part de celles de personnes qui avaient déjà un PASS IAE en cours de validité le jour de l’acceptation.' +
      ' La version 1 comptait les embauches dans le territoire où l’employeur se trouvait à l’envoi de la candidature.',
    unit: '%',
    reading: 'ratio',
    numerator: units('in_pass', 'Embauches avec un PASS IAE déjà délivré'),
    denominator: units('hire', 'Premières acceptations pendant la période'),
  },
];
