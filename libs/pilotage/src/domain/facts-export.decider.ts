import { type Decider, type Id, Refusal } from '#kernel';
import type { FactsExport, PilotageEvent } from '../contract.js';

/** Why facts leave the platform. */
export const EXPORT_PURPOSES = ['dialogue', 'control', 'committee', 'request', 'verification'] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];
export const isExportPurpose = (value: string): value is ExportPurpose => (EXPORT_PURPOSES as readonly string[]).includes(value);

export interface TakeAway extends FactsExport {
  /** True figures are for those who answer for the territory. */
  readonly masked: boolean;
}
export const factsExportStream = (exportId: Id): string => `facts-export-${exportId}`;

/** One export, recorded once. */
export const factsExport: Decider<boolean, TakeAway, PilotageEvent> = {
  initial: false,
  evolve: () => true,
  decide: ({ masked, ...data }, recorded) => {
    if (masked) throw new Refusal('pilotage/not-your-territory');
    return recorded ? [] : [{ type: 'pilotage.FactsExported', data }];
  },
};
