import { eventTypes } from '#kernel';
import type { PilotageEvent } from '../contract.js';

export const pilotageEventTypes = eventTypes<PilotageEvent['type']>({ 'pilotage.FactsExported': { version: 1 } });
