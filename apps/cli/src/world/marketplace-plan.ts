import { addDays, type Day, type Id, startOf } from '#kernel';
import { commune, SUPPLIER_KINDS } from '#reference';
import type { NeedForm } from '../../../../libs/marketplace/src/application/need-desk.js';
import type { Activity, MatchCriteria, PrestaType } from '../../../../libs/marketplace/src/contract.js';
import { MARKER } from './names.js';
import type { PlannedOrganisation } from './organisations.js';
import { Random } from './random.js';

interface Trade {
  readonly sector: string;
  readonly title: string;
  readonly prestaTypes: readonly PrestaType[];
  /** NAF codes of companies that do this. */
  readonly nafs: readonly string[];
}
const TRADES: readonly Trade[] = [
  { sector: 'creation-et-entretien-des-espaces-verts', title: 'Entretien du parc imaginaire', prestaTypes: ['PREST'], nafs: ['8130Z'] },
  { sector: 'nettoyage-de-locaux', title: 'Nettoyage de bureaux fictifs', prestaTypes: ['PREST', 'DISP'], nafs: ['8121Z', '7820Z', '8299Z'] },
  { sector: 'maraichage-legumerie-conserverie', title: 'Paniers de légumes inventés', prestaTypes: ['BUILD'], nafs: ['0113Z'] },
  { sector: 'collecte-d-encombrants', title: 'Collecte d’encombrants imaginaires', prestaTypes: ['PREST'], nafs: ['3832Z', '4779Z'] },
  { sector: 'traiteur', title: 'Repas d’un séminaire rêvé', prestaTypes: ['PREST', 'BUILD'], nafs: ['5610A'] },
  { sector: 'peinture-revetement-des-murs', title: 'Peinture d’une salle inventée', prestaTypes: ['PREST'], nafs: ['4334Z'] },
  { sector: 'blanchisserie', title: 'Blanchisserie de nappes chimériques', prestaTypes: ['PREST'], nafs: ['9601B'] },
  { sector: 'logistique-conditionnement', title: 'Mise sous pli de courriers fictifs', prestaTypes: ['PREST', 'DISP'], nafs: ['8299Z', '7820Z'] },
  { sector: 'aide-menagere', title: 'Aide ménagère d’une résidence supposée', prestaTypes: ['DISP'], nafs: ['8810A', '7820Z'] },
  { sector: 'reparation-de-velos', title: 'Réparation de vélos imaginaires', prestaTypes: ['PREST'], nafs: ['4520A'] },
];
const BRACKETS = { '1-5K': 4, '5-10K': 5, '10-15K': 3, '20-30K': 3, '50-100K': 1 } as const;

export interface PlannedOffer {
  readonly supplier: PlannedOrganisation;
  readonly presentation: string;
  readonly activities: readonly Omit<Activity, 'activityId'>[];
}
/** What the team or a supplier does on a day; `supplier` is one by its id, or the nth of those matched. */
export type NeedStep =
  | { readonly do: 'save' | 'publish' | 'validate' | 'sendBack' | 'reject' }
  | { readonly do: 'interest'; readonly supplier: Id | number }
  | { readonly do: 'decline'; readonly supplier: Id | number }
  | { readonly do: 'view'; readonly supplier: Id | number }
  | { readonly do: 'contract'; readonly by: 'buyer' | 'supplier'; readonly supplier: Id | number; readonly answer: 'yes' | 'no' | 'not_yet'; readonly amount: number | null };
export interface NeedStory {
  readonly number: number;
  readonly buyer: PlannedOrganisation;
  readonly form: NeedForm;
  readonly criteria: MatchCriteria;
  readonly steps: readonly (readonly [at: number, step: NeedStep])[];
}

const HOUR = 3_600_000;
const sells = ({ type, kind, members }: PlannedOrganisation) => (type === 'supplier' || type === 'company') && members.length > 0 && SUPPLIER_KINDS.some(({ code }) => code === kind);

export const planOffers = (seed: number, organisations: readonly PlannedOrganisation[], demo: Id): readonly PlannedOffer[] => {
  const random = new Random(seed);
  return organisations.filter(sells).map((supplier) => {
    const own = TRADES.filter(({ nafs }) => nafs.includes(supplier.naf));
    const trades = supplier.id === demo ? TRADES.slice(0, 2) : [...new Set([...own, ...random.some(TRADES, random.between(1, 2))])];
    const activities = trades.map(({ sector, prestaTypes }) => ({ sector, prestaTypes: supplier.kind === 'ETTI' || supplier.kind === 'AI' ? (['DISP'] as const) : prestaTypes, ...range(random, supplier, supplier.id === demo) }));
    return { supplier, presentation: `${supplier.name} : une équipe qui n’existe pas, dans un monde fictif.`, activities };
  });
};

const range = (random: Random, { location }: PlannedOrganisation, near: boolean): Pick<Activity, 'range' | 'distance' | 'zones'> => {
  const kind = near ? 'CUSTOM' : random.weighted({ CUSTOM: 5, ZONES: 4, COUNTRY: 1 });
  if (kind === 'CUSTOM') return { range: 'CUSTOM', distance: near ? 60 : random.pick([20, 30, 50, 80, 100]), zones: [] };
  return kind === 'COUNTRY' ? { range: 'COUNTRY', distance: null, zones: [] } : { range: 'ZONES', distance: null, zones: [location.department] };
};

const formOf = (trade: Trade, place: string, deadline: Day, startsOn: Day, random: Random, given: Partial<NeedForm> = {}): NeedForm => ({
  ...{ kind: 'QUOTE', title: `${trade.title} – ${commune(place)!.name}`, description: `Ce besoin n’existe que dans un monde fictif. (${MARKER})` },
  ...{ wholeFrance: false, place, sectors: [trade.sector], startsOn, deadline, amount: random.weighted(BRACKETS), shareAmount: random.chance(0.6) },
  ...{ questions: random.chance(0.5) ? ['Sous quel délai pouvez-vous commencer ?'] : [], responseKinds: ['EMAIL', 'TEL'], anonymous: false },
  ...{ link: null, email: `achats@${MARKER}.example`, phone: '0000000000', ...given },
});
const criteriaOf = (trade: Trade, place: string, distance: number | null = null): MatchCriteria => ({ sectors: [trade.sector], prestaTypes: [], supplierKinds: [], perimeters: [place], distance, includeCountry: true });

type Days = readonly (readonly [after: number, step: NeedStep])[];
const at = (first: Day, days: Days): NeedStory['steps'] => days.map(([after, step], order) => [startOf(addDays(first, after)) + (9 + (order % 8)) * HOUR, step]);

/** What becomes of a need that the team validates: some answer, some decline, sometimes a contract. */
const answered = (random: Random): Days => {
  const interested = random.between(0, 4);
  const days: [number, NeedStep][] = Array.from({ length: interested }, (_, n) => [3 + n * 2, { do: 'interest', supplier: n }]);
  for (let n = interested; n < interested + random.between(0, 2); n++) days.push([5 + n, { do: 'decline', supplier: n }]);
  // Others read it, and leave it there.
  for (let n = interested + 2; n < interested + 4; n++) days.push([4 + n, { do: 'view', supplier: n }]);
  if (interested === 0) return days;
  const signed = random.chance(0.55);
  const amount = random.chance(0.8) ? random.between(8, 300) * 100 : null;
  if (random.chance(0.6)) days.push([30, { do: 'contract', by: 'supplier', supplier: 0, answer: signed ? 'yes' : 'no', amount: signed ? amount : null }]);
  days.push([34, { do: 'contract', by: 'buyer', supplier: 0, answer: signed ? 'yes' : random.chance(0.7) ? 'no' : 'not_yet', amount: signed ? amount : null }]);
  return days;
};

/** Of ten needs, eight are validated. */
const fate = (random: Random): Days => {
  const kind = random.weighted({ validated: 80, rejected: 8, sentBack: 6, draft: 6 });
  if (kind === 'draft') return [[0, { do: 'save' }]];
  if (kind === 'rejected') return [[0, { do: 'publish' }], [2, { do: 'reject' }]];
  if (kind === 'sentBack') return [[0, { do: 'publish' }], [1, { do: 'sendBack' }], ...(random.chance(0.5) ? ([[4, { do: 'publish' }], [5, { do: 'validate' }]] as const) : [])];
  return [[0, { do: 'publish' }], [2, { do: 'validate' }], ...answered(random)];
};

/** Needs of the whole period, more of them the nearer the end. */
export const planNeeds = (seed: number, organisations: readonly PlannedOrganisation[], count: number, first: Day, last: Day): readonly NeedStory[] => {
  const random = new Random(seed);
  const buyers = organisations.filter(({ type, members }) => type === 'buyer' && members.length > 0);
  const days = Math.round((startOf(last) - startOf(first)) / (24 * HOUR));
  return Array.from({ length: count }, (_, number) => {
    const [buyer, trade] = [random.pick(buyers), random.pick(TRADES)];
    const place = buyer.location.insee!;
    const on = addDays(first, Math.floor(days * Math.sqrt(random.next())));
    const form = formOf(trade, place, addDays(on, 25), addDays(on, 40), random);
    return { number, buyer, form, criteria: criteriaOf(trade, place, random.chance(0.4) ? 50 : null), steps: at(on, fate(random)) };
  });
};

/** What a visitor finds under the accounts of the demonstration: a need in every state, on both sides. */
export const demoNeeds = (seed: number, buyer: PlannedOrganisation, supplier: Id, last: Day): readonly NeedStory[] => {
  const random = new Random(seed);
  const place = buyer.location.insee!;
  const story = (number: number, ago: number, steps: Days, given: Partial<NeedForm> = {}, days = 35): NeedStory => {
    const [on, trade] = [addDays(last, -ago), TRADES[number % 2]!];
    return { number: 1_000_000 + number, buyer, form: formOf(trade, place, addDays(on, days), addDays(on, days + 15), random, given), criteria: criteriaOf(trade, place), steps: at(on, steps) };
  };
  const valid: Days = [[0, { do: 'publish' }], [1, { do: 'validate' }]];
  const contract = (by: 'buyer' | 'supplier', amount: number): NeedStep => ({ do: 'contract', by, supplier, answer: 'yes', amount });
  return [
    story(0, 80, [...valid, [4, { do: 'interest', supplier }], [6, { do: 'interest', supplier: 1 }], [40, contract('supplier', 8400)], [42, contract('buyer', 8650)]], { questions: [] }, 25),
    story(1, 60, [...valid, [4, { do: 'interest', supplier }], [30, { do: 'contract', by: 'buyer', supplier, answer: 'not_yet', amount: null }]], { amount: '10-15K' }, 20),
    story(2, 16, [...valid, [2, { do: 'view', supplier: 3 }], [3, { do: 'interest', supplier }], [5, { do: 'decline', supplier: 2 }]], { questions: ['Combien de personnes viendraient ?'] }),
    story(3, 12, [...valid, [2, { do: 'view', supplier }], [3, { do: 'interest', supplier: 1 }]], { shareAmount: true, questions: ['Sous quel délai pouvez-vous commencer ?'] }),
    story(4, 11, [...valid, [4, { do: 'decline', supplier }]]),
    story(5, 10, [...valid, [4, { do: 'interest', supplier }]], { kind: 'PROJ', anonymous: true, responseKinds: [], questions: [] }),
    story(6, 9, valid, { kind: 'TENDER', link: `https://marches.${MARKER}.example/avis`, responseKinds: ['EXTERN'], questions: [] }),
    story(7, 30, [[0, { do: 'publish' }], [2, { do: 'reject' }]]),
    story(8, 6, [[0, { do: 'publish' }], [2, { do: 'sendBack' }]]),
    story(9, 2, [[0, { do: 'publish' }]]),
    story(10, 1, [[0, { do: 'save' }]]),
  ];
};
