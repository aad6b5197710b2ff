import type { NeedSummary } from '#marketplace';
import { longDay } from '#reference';
import { becauseAuthor, type Draft, needPath } from './draft.js';

/** What the team wrote, when it can still be read. */
const said = (words: string | null): readonly string[] => (words ? [`Son message :\n${words}`] : []);

export const sentBackLetter = ({ needId, title, modifyBefore }: NeedSummary, words: string | null): Draft => ({
  subject: 'Votre besoin est à modifier avant sa publication',
  paragraphs: [
    `L’équipe a lu votre besoin « ${title} » et vous demande de le modifier avant que les fournisseurs ne le voient.`,
    ...said(words),
    `Modifiez-le puis publiez-le à nouveau${modifyBefore ? ` avant le ${longDay(modifyBefore)}` : ''}. Passé ce délai, il sera rejeté.`,
  ],
  action: { label: 'Modifier mon besoin', path: `${needPath(needId)}/modifier` },
  because: becauseAuthor,
});

export const rejectedLetter = ({ needId, title }: NeedSummary, words: string | null): Draft => ({
  subject: 'Votre besoin n’est pas publié',
  paragraphs: [`L’équipe a lu votre besoin « ${title} » et ne le publie pas.`, ...said(words), 'Cette décision ne change plus. Si votre besoin évolue, vous pouvez en déposer un autre.'],
  action: { label: 'Voir mon besoin', path: needPath(needId) },
  because: becauseAuthor,
});

export const expiredLetter = ({ needId, title }: NeedSummary): Draft => ({
  subject: 'Votre besoin est rejeté, faute de modification',
  paragraphs: [`L’équipe vous avait demandé de modifier votre besoin « ${title} ». Dix jours ont passé sans que vous le publiiez à nouveau : il est rejeté.`, 'Si vous en avez toujours l’utilité, déposez-en un autre.'],
  action: { label: 'Voir mon besoin', path: needPath(needId) },
  because: becauseAuthor,
});

export const validatedLetter = ({ needId, title, matched, deadline }: NeedSummary): Draft => ({
  subject: 'Votre besoin est publié',
  paragraphs: [
    `L’équipe a validé votre besoin « ${title} ». ${matched > 1 ? `${matched} structures inclusives y correspondent et peuvent le lire` : 'Une structure inclusive y correspond et peut le lire'} dès maintenant.`,
    `Il reste ouvert jusqu’au ${longDay(deadline)} inclus. Nous vous écrirons quand les premières structures seront intéressées.`,
  ],
  action: { label: 'Suivre les réponses', path: needPath(needId) },
  because: becauseAuthor,
});
