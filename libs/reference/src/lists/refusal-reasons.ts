import type { Label } from './label.js';

/** Why an application is refused [emplois/REF-1]. */
export interface RefusalReason extends Label {
  /** False for reasons kept for history and for the automatic one [emplois/REF-3]. */
  readonly proposed: boolean;
  /** A GEIQ is not offered it [emplois/REF-2]. */
  readonly excludedForGeiq: boolean;
  /** What the answer to the candidate starts with; the employer edits it [emplois/REF-4]. */
  readonly defaultAnswer: string;
}

const THANKS = 'Bonjour,\n\nMerci de l’intérêt que vous portez à notre structure. ';
const GOODBYE = '\n\nNous vous souhaitons de trouver bientôt un emploi qui vous convienne.';
const proposed = (code: string, label: string, answer: string, excludedForGeiq = false): RefusalReason => ({ code, label, proposed: true, excludedForGeiq, defaultAnswer: THANKS + answer + GOODBYE });
const historical = (code: string, label: string, defaultAnswer = ''): RefusalReason => ({ code, label, proposed: false, excludedForGeiq: false, defaultAnswer });

export const REFUSAL_REASONS: readonly RefusalReason[] = [
  proposed('did_not_come', 'Candidat non joignable', "Nous avons essayé de vous joindre sans y parvenir et ne pouvons donner suite à votre candidature. Vérifiez que vos coordonnées sont à jour."),
  proposed('did_not_come_to_interview', 'Candidat ne s’étant pas présenté à l’entretien', 'Vous n’avez pas pu venir à l’entretien prévu et nous ne pouvons donner suite à votre candidature.'),
  proposed('hired_elsewhere', 'Candidat indisponible : en emploi', 'Vous nous avez dit avoir un emploi ; nous ne donnons donc pas suite à votre candidature.'),
  proposed('training', 'Candidat indisponible : en formation', 'Vous suivez une formation en ce moment ; nous ne donnons donc pas suite à votre candidature.'),
  proposed('non_eligible', 'Candidat non éligible', 'Votre situation ne remplit pas aujourd’hui les conditions d’un parcours d’insertion. Un prescripteur habilité (France Travail, mission locale…) peut l’étudier avec vous.', true),
  proposed('not_mobile', 'Candidat non mobile', 'Le lieu de travail n’est pas accessible avec vos moyens de transport actuels.'),
  proposed('not_interested', 'Candidat non intéressé', 'Vous nous avez indiqué que le poste ne vous intéressait pas.'),
  proposed('lacking_skills', 'Le candidat n’a pas les compétences requises pour le poste', 'Le poste demande des compétences que vous ne montrez pas encore.'),
  proposed('incompatible', 'Un des freins à l’emploi du candidat est incompatible avec le poste proposé', 'Le poste n’est pas compatible avec votre situation actuelle.'),
  proposed('prevent_objectives', 'L’embauche du candidat empêche la réalisation des objectifs du dialogue de gestion', "Nous ne pouvons pas accueillir votre candidature dans le cadre de nos engagements de cette année.", true),
  proposed('no_position', 'Pas de recrutement en cours', 'Nous n’avons pas de poste à pourvoir en ce moment.'),
  proposed('duplicate', 'Candidature en doublon', 'Nous avons déjà reçu une candidature à votre nom et répondrons à celle-là.'),
  proposed('other', 'Autre', 'Nous ne pouvons pas donner suite à votre candidature.'),
  historical('auto', 'Refus automatique', 'Bonjour,\n\nL’employeur n’a pas répondu dans les délais : votre candidature est fermée automatiquement. Vous pouvez postuler auprès d’autres employeurs, ou à nouveau auprès de celui-ci.' + GOODBYE),
  historical('approval_expiration_too_close', 'La date de fin du PASS IAE est trop proche'),
  historical('unavailable', 'Candidat indisponible ou non intéressé par le poste'),
  historical('eligibility_doubt', 'Doute sur l’éligibilité du candidat'),
  historical('deactivation', 'La structure n’est plus conventionnée'),
  historical('poorly_informed', 'Candidature pas assez renseignée'),
];

export const refusalReasonOf = (code: string): RefusalReason | undefined => REFUSAL_REASONS.find((entry) => entry.code === code);
