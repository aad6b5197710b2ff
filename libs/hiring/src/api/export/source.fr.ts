import type { SenderKind } from '../../contract.js';

/** Where an application comes from, in the words of the file [emplois/VIS-5]. */
export const SOURCES: Readonly<Record<SenderKind, string>> = {
  job_seeker: 'Candidature spontanée',
  prescriber: 'Prescripteur habilité',
  orienter: 'Orienteur',
  employer: 'Employeur',
  self: 'Ma structure',
};
