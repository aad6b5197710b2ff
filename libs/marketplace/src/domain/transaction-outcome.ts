import { factOf } from './need-facts.js';
import type { NeedState } from './need.state.js';
import { factAbout, type Said } from './transaction-fact.js';

/** The team's word is the last one, until the team changes it [marche/SURV-08]. */
const byTeam = (said: Said, state: NeedState): 'first' | 'corrected' | null => {
  if (!state.outcome) return 'first';
  return JSON.stringify(factAbout(said, state)) === JSON.stringify(factOf(state.outcome)) ? null : 'corrected';
};

/** The outcome is unknown until the buyer says yes or no or a supplier says yes; a supplier's no decides nothing [marche/SURV-06] [marche/SURV-07]. */
export const outcome = (said: Said, state: NeedState): 'first' | 'corrected' | null => {
  const before = state.outcome;
  if (said.side === 'admin') return byTeam(said, state);
  // What the team wrote stands.
  if (before?.source === 'admin') return null;
  if (!before) return said.answer === 'yes' || (said.answer === 'no' && said.side === 'buyer') ? 'first' : null;
  if (said.answer !== 'yes' || !before.signed) return null;
  // The buyer's word counts more than a supplier's: whom, and how much. A supplier's figure counts only where there is none, and only for its own contract.
  const same = before.supplierId === said.supplierId;
  const counts = said.side === 'buyer' ? !same || said.amount !== null : said.amount !== null && before.amount === null && same;
  return counts ? 'corrected' : null;
};
