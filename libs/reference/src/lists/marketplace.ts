import { labels, type Label } from './label.js';

/** How something is bought from a supplier [marche/SUP-02]. */
export const PRESTA_TYPES = labels({
  DISP: 'Mise à disposition – Intérim',
  PREST: 'Prestation de service',
  BUILD: 'Fabrication et commercialisation de biens',
});

/** How far an activity goes [marche/ACT-02]. */
export const GEO_RANGES = labels({
  COUNTRY: 'France entière',
  CUSTOM: 'Distance en kilomètres',
  ZONES: 'Zones d’intervention choisies',
});

export const NEED_KINDS = labels({ TENDER: 'Appel d’offres', QUOTE: 'Demande de devis', PROJ: 'Sourcing' });
/** What suppliers read where their word differs. */
export const NEED_KINDS_FOR_SUPPLIERS = labels({ TENDER: 'Appel d’offres', QUOTE: 'Demande de devis', PROJ: 'Projet d’achat' });

/** The last one is not decided by anybody: the deadline is past. */
export const NEED_STATUSES = labels({ draft: 'Brouillon', submitted: 'En cours de validation', validated: 'Publié', rejected: 'Rejeté', closed: 'Clôturé' });

/** How a supplier answers the buyer. */
export const RESPONSE_KINDS = labels({ EMAIL: 'E-mail', TEL: 'Téléphone', EXTERN: 'Lien externe' });

export const NEED_SUPPLIER_STATUSES = labels({ matched: 'Ciblé', viewed: 'Vu', interested: 'Intéressé', declined: 'Pas intéressé' });

export interface AmountBracket extends Label {
  /** What the bracket counts for where one figure is needed: its upper bound less one euro, but for the last. */
  readonly reference: number;
}
/** [marche/NEED-10] */
export const AMOUNT_BRACKETS: readonly AmountBracket[] = [
  { code: '0-1K', label: 'Moins de 1 000 €', reference: 999 },
  { code: '1-5K', label: '1 000 à 5 000 €', reference: 4_999 },
  { code: '5-10K', label: '5 000 à 10 000 €', reference: 9_999 },
  { code: '10-15K', label: '10 000 à 15 000 €', reference: 14_999 },
  { code: '15-20K', label: '15 000 à 20 000 €', reference: 19_999 },
  { code: '20-30K', label: '20 000 à 30 000 €', reference: 29_999 },
  { code: '30-50K', label: '30 000 à 50 000 €', reference: 49_999 },
  { code: '50-100K', label: '50 000 à 100 000 €', reference: 99_999 },
  { code: '100-150K', label: '100 000 à 150 000 €', reference: 149_999 },
  { code: '150-250K', label: '150 000 à 250 000 €', reference: 249_999 },
  { code: '250-500K', label: '250 000 à 500 000 €', reference: 499_999 },
  { code: '500-750K', label: '500 000 à 750 000 €', reference: 749_999 },
  { code: '750K-1M', label: '750 000 € à 1 million', reference: 999_999 },
  { code: '>1M', label: 'Plus de 1 million', reference: 1_000_000 },
];

export const bracketOf = (code: string): AmountBracket | undefined => AMOUNT_BRACKETS.find((bracket) => bracket.code === code);
/** The bracket an exact amount in euros falls in. */
export const bracketOfAmount = (amount: number): AmountBracket => AMOUNT_BRACKETS.find(({ reference }) => amount <= reference) ?? AMOUNT_BRACKETS.at(-1)!;

/** An amount as it is read: exact where it is known, else its bracket; null when neither is. */
export const amountLabel = (bracket: string | null, exactAmount: number | null): string | null =>
  exactAmount === null ? ((bracket && bracketOf(bracket)?.label) ?? null) : `${exactAmount.toLocaleString('fr-FR')}\u00a0€`;

const HANDICAP: readonly string[] = ['EA', 'EATT', 'ESAT'];
const SOCIAL_CLAUSE: readonly string[] = ['EI', 'AI', 'ACI', 'ETTI', 'EA', 'EATT', 'ESAT'];
/** The two families of inclusive suppliers. */
export const supplierFamily = (kind: string): 'insertion' | 'handicap' => (HANDICAP.includes(kind) ? 'handicap' : 'insertion');
/** May perform the social clause of a public contract. */
export const isSocialClauseKind = (kind: string): boolean => SOCIAL_CLAUSE.includes(kind);
