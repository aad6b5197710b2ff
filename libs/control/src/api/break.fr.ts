import type { HistoryBreak } from '../projections/hire-history.js';

const STREAMS: Readonly<Record<string, string>> = {
  candidate: 'Dossier de la personne',
  diagnosis: 'Diagnostics de la personne',
  application: 'Candidature',
  pass: 'PASS IAE de la personne',
};
const nameOf = (stream: string) => (stream === 'pass-numbers' ? 'Numéros de PASS IAE' : (STREAMS[stream.slice(0, stream.indexOf('-'))] ?? stream));
const ABSENT = { pass: 'le PASS IAE de cette embauche', diagnosis: 'le diagnostic de cette embauche', number: 'le numéro du PASS IAE de cette embauche', application: 'la candidature de cette embauche' };

/** Where a history was tampered with; events are numbered from 1, as the page shows them. */
export const breakSentence = (found: HistoryBreak): string => {
  const where = nameOf(found.stream);
  if (found.kind === 'absent') return `${where} : ${ABSENT[found.what]} manque.`;
  const number = found.revision + 1;
  switch (found.kind) {
    case 'altered':
      return `${where} : l’événement n° ${number} n’est plus celui qui a été écrit.`;
    case 'removed':
      return `${where} : l’événement n° ${number} a été retiré.`;
    case 'reordered':
      return `${where} : l’événement n° ${number} n’est pas à sa place.`;
    case 'truncated':
      return `${where} : la fin manque à partir de l’événement n° ${number}.`;
  }
};
