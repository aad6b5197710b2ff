import type { Day } from '#kernel';
import type { Organisation } from '#organisations';
import { type AmountBracket, amountLabel, BUYER_KINDS, bracketOf, labelOf, NEED_STATUSES, perimeterLabel, perimeterOf, sectorOf, SUPPLIER_KINDS } from '#reference';
import { isClosed } from '../domain/status.js';
import type { NeedRow } from '../projections/need.row.js';
import { impactWords } from './impact.fr.js';
import { perimeterView, sectorView } from './list.views.js';
import type { AmountBracketView } from './marketplace-labels.views.js';

/** From how many on others are told that suppliers were interested [marche/VIS-08]. */
const CROWD = 5;
export const crowdOf = ({ interested }: Pick<NeedRow, 'interested'>): number | null => (interested >= CROWD ? interested : null);

export const places = (codes: readonly string[]) => codes.flatMap((code) => perimeterOf(code) ?? []);
/** The whole country, else the buyer's place, else those the team matches with [marche/NEED-30]. */
export const placeLabel = ({ wholeFrance, place, criteria }: Pick<NeedRow, 'wholeFrance' | 'place' | 'criteria'>): string =>
  wholeFrance ? 'France entière' : places(place ? [place] : (criteria?.perimeters ?? [])).map(perimeterLabel).join(', ');
export const bracketView = ({ code, label, reference }: AmountBracket): AmountBracketView => ({ code, label, impact: impactWords(reference) });
export const bracket = (code: string | null): AmountBracketView | null => {
  const known = code ? bracketOf(code) : undefined;
  return known ? bracketView(known) : null;
};
/** For whoever may know it, the exact amount where there is one, else the bracket; for others nothing [marche/NEED-13]. */
export const amountFacts = ({ bracket: code, exactAmount }: Pick<NeedRow, 'bracket' | 'exactAmount'>, told: boolean) => {
  const amount = told ? bracket(code) : null;
  const exact = told ? exactAmount : null;
  return { amount, exactAmount: exact, amountLabel: amountLabel(told ? code : null, exact) };
};
export const buyerRef = ({ id, name, kind }: Organisation) => ({ id, name, kind, kindLabel: labelOf([...BUYER_KINDS, ...SUPPLIER_KINDS], kind) });

/** What a need says to everybody who may open it, anybody included once it is published: each is read before it is added. */
export const openFacts = (need: NeedRow, today: Day) => {
  const status = need.status === 'validated' && isClosed(need.deadline, today) ? 'closed' : need.status;
  const place = need.place ? perimeterOf(need.place) : null;
  return {
    ...{ id: need.id, kind: need.kind, status, statusLabel: labelOf(NEED_STATUSES, status), title: need.title, anonymous: need.anonymous },
    sectors: need.sectors.flatMap((code) => sectorOf(code) ?? []).map(sectorView),
    ...{ placeLabel: placeLabel(need), wholeFrance: need.wholeFrance, place: place && perimeterView(place) },
    ...{ startsOn: need.startsOn, deadline: need.deadline, shareAmount: need.shareAmount, responseKinds: need.responseKinds },
    ...{ validatedOn: need.validatedOn, crowd: crowdOf(need) },
  };
};
