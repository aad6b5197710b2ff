import type { Behind } from '../projections/drill-down.js';
import { eventLabel } from './events.fr.js';
import type { FactBehindView } from './indicators.types.js';

export const factView = (fact: Behind): FactBehindView => ({ ...fact, recorded: new Date(fact.recorded).toISOString(), label: eventLabel(fact.type) });
