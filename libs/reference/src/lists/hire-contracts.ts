import { labels } from './label.js';

/** What a GEIQ prepares somebody for [emplois/ACP-5]. */
export const QUALIFICATIONS = labels({
  STATE_DIPLOMA: 'Diplôme d’état ou titre homologué',
  CQP: 'CQP',
  CCN: 'Positionnement de CCN',
});

export const QUALIFICATION_LEVELS = labels({
  LEVEL_3: 'Niveau 3 (CAP, BEP)',
  LEVEL_4: 'Niveau 4 (BP, Bac général, Techno ou Pro, BT)',
  LEVEL_5: 'Niveau 5 ou + (Bac+2 ou +)',
  NOT_RELEVANT: 'Non concerné',
});
