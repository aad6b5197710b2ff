import { labels } from './label.js';

/** States of a PASS IAE [emplois/PASS-8]. */
export const PASS_STATES = labels({
  VALID: 'Valide',
  SUSPENDED: 'Valide (suspendu)',
  FUTURE: 'Valide (non démarré)',
  EXPIRED: 'Expiré',
});
