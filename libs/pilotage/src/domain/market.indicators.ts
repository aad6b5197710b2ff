import { type Indicator, units } from './indicator.js';

/** What buyers look for, and what comes of it. */
export const MARKET: readonly Indicator[] = [
  {
    id: 'MKT-01',
    version: 2,
    title: 'Besoins d’achat',
    text:
      'Nombre de besoins publiés par des acheteurs et transmis aux fournisseurs, comptés le jour de leur transmission, dans le département des travaux ou à défaut celui de l’acheteur. La ' +
      'répartition est par type de besoin. Le type de structure ne s’applique pas à cet indicateur. La version 1 donnait le même nombre, sans répartition.',
    unit: 'besoins',
    reading: 'sum',
    numerator: units('need', 'Besoins transmis pendant la période'),
    denominator: null,
    parts: 'needKinds',
  },
  {
    id: 'MKT-01-ETATS',
    version: 1,
    title: 'Besoins d’achat soumis, par état',
    text:
      'Nombre de besoins que des acheteurs ont soumis à l’équipe, comptés le jour où ils l’ont été pour la première fois, dans le territoire qu’ils disaient alors, et répartis selon leur état : en cours de ' +
      'validation, publié, rejeté, ou rendu à l’acheteur (brouillon). Un brouillon jamais soumis n’est pas compté. Le type de structure ne s’applique pas à cet indicateur.',
    unit: 'besoins',
    reading: 'sum',
    numerator: units('need_state', 'Besoins soumis pour la première fois pendant la période'),
    denominator: null,
    parts: 'states',
  },
  {
    id: 'MKT-07',
    version: 3,
    title: 'Transactions',
    text:
      'Nombre de transactions conclues entre acheteurs et fournisseurs, comptées le jour depuis lequel elles sont déclarées conclues, dans le département des travaux ou à défaut celui de ' +
      'l’acheteur. Le type de structure ne s’applique pas à cet indicateur. La version 1 donnait leur montant, qui est devenu l’indicateur MKT-08 ; la version 2 les comptait le jour de la première réponse, même si elle disait non.',
    unit: 'transactions',
    reading: 'sum',
    numerator: units('transaction', 'Transactions déclarées conclues pendant la période'),
    denominator: null,
  },
  {
    id: 'MKT-08',
    version: 3,
    title: 'Montant des transactions',
    text:
      'Somme des montants des transactions de la période : montant déclaré, à défaut montant exact du besoin, à défaut haut de sa tranche. Le type de structure ne s’applique pas à cet indicateur. La version 1 les ' +
      'comptait le jour de la première réponse, même si elle disait non ; la version 2 ne connaissait pas de montant exact.',
    unit: '€',
    reading: 'sum',
    numerator: { measure: 'transaction', of: 'amount', text: 'Montant, en euros, des transactions déclarées conclues pendant la période' },
    denominator: null,
  },
];
