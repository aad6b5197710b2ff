/** Sentences of the questions that cannot be answered. */
export const pilotageRefusals = {
  'pilotage/unknown-month': () => 'Un mois s’écrit AAAA-MM, par exemple 2026-03.',
  'pilotage/unknown-day': () => 'Un jour s’écrit AAAA-MM-JJ, par exemple 2026-03-31.',
  'pilotage/unknown-instant': () => 'Un instant s’écrit AAAA-MM-JJTHH:MM:SSZ, par exemple 2026-03-31T22:00:00Z.',
  'pilotage/unknown-region': () => 'Cette région n’existe pas. Choisissez-la dans la liste.',
  'pilotage/unknown-department': () => 'Ce département n’existe pas. Choisissez-le dans la liste.',
  'pilotage/unknown-kind': () => 'Ce type d’employeur n’existe pas. Choisissez-le dans la liste.',
  'pilotage/unknown-indicator': () => 'Cet indicateur n’existe pas. Choisissez-le dans la liste.',
  'pilotage/unknown-part': () => 'Cet indicateur n’a pas cette partie. Choisissez-la dans la liste.',
  'pilotage/unknown-purpose': () => 'Dites pourquoi ces faits sont exportés : choisissez une raison dans la liste.',
  'pilotage/not-your-territory': () => 'Ce territoire n’est pas le vôtre : ses faits ne peuvent pas être exportés.',
  'pilotage/command-shape': () => 'La page est restée ouverte trop longtemps ou a été modifiée. Rechargez-la puis recommencez.',
  'pilotage/month-to-come': () => 'Ce mois n’a pas commencé. Choisissez le mois en cours ou un mois passé.',
  'pilotage/day-to-come': () => 'Ce jour n’est pas encore venu. Choisissez aujourd’hui ou un jour passé.',
  'pilotage/period-reversed': () => 'Le dernier mois précède le premier. Inversez les deux.',
};
