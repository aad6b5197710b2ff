import type { Decider, Id } from '#kernel';
import type { ApplicationsExport, ApplicationsExported } from '../contract.js';

export const applicationsExportStream = (exportId: Id): string => `applications-export-${exportId}`;

/** One export, recorded once [emplois/VIS-5]. */
export const applicationsExport: Decider<boolean, ApplicationsExport, ApplicationsExported> = {
  initial: false,
  evolve: () => true,
  decide: (data, recorded) => (recorded ? [] : [{ type: 'hiring.ApplicationsExported', data }]),
};
