import type { NeedSummary, Targeted } from '#marketplace';
import { longDay } from '#reference';
import { becauseAuthor, type Draft, needPath } from './draft.js';

/** To a supplier that was written to and has not looked. */
export const unreadLetter = ({ needId, title, deadline }: NeedSummary, { name, relationId }: Targeted): Draft => ({
  subject: 'Un besoin d’achat attend votre lecture',
  paragraphs: [`Il y a quelques jours, nous avons signalé à ${name} un besoin qui correspond à ses activités : « ${title} ». Personne ne l’a encore ouvert.`, `On peut y répondre jusqu’au ${longDay(deadline)} inclus. S’il ne vous intéresse pas, dites-le sur la même page : le client le saura.`],
  action: { label: 'Lire le besoin', path: `${needPath(needId)}${relationId ? `?lien=${relationId}` : ''}` },
  because: `Vous recevez ce rappel, qui ne sera pas répété, parce que les activités de ${name} sont dans l’annuaire de la Plateforme de l’inclusion et correspondent à ce besoin.`,
});

/** To the author of a need that is over, or whose work has begun. */
export const surveyLetter = ({ needId, title, interested }: NeedSummary): Draft => ({
  subject: 'Un contrat a-t-il été signé ?',
  paragraphs: [
    `Votre besoin « ${title} » est clôturé. ${interested > 1 ? `${interested} structures s’y sont intéressées.` : interested === 1 ? 'Une structure s’y est intéressée.' : 'Aucune structure ne s’y est déclarée intéressée sur la plateforme.'}`,
    'Dites-nous si un contrat a été signé, avec qui et pour quel montant, même approximatif : c’est ainsi que se mesure ce que l’achat inclusif apporte. Vous pouvez aussi répondre « pas encore ».',
  ],
  action: { label: 'Répondre en une minute', path: needPath(needId) },
  because: becauseAuthor,
});
