import type { Day } from '#kernel';
import { longDay } from '#reference';

type Facts = Readonly<Record<string, unknown>>;
const on = (day: unknown) => longDay(day as Day);

/** Sentences of the refusals of this context, and of the rules it looks at. */
export const approvalsRefusals = {
  'approvals/in-waiting-period': ({ waitingUntil }: { waitingUntil: Day }) =>
    `Le PASS IAE de cette personne est terminé depuis moins de deux ans : un délai de carence court jusqu’au ${on(waitingUntil)} inclus. Orientez-la vers un prescripteur habilité, qui peut établir un diagnostic ou envoyer la candidature.`,
  'approvals/hire-after-pass-end': ({ startsOn, end }: { startsOn: Day; end: Day }) =>
    `Le contrat commencerait le ${on(startsOn)}, après la fin du PASS IAE (${on(end)}). Choisissez une date de début au plus tard le ${on(end)}.`,
  'approvals/diagnosis-required': () =>
    'Un PASS IAE ne peut être délivré sans diagnostic d’éligibilité en cours de validité. Établissez le diagnostic, ou demandez-le à un prescripteur habilité, puis acceptez la candidature.',
  'approvals/hire-already-covered': ({ startsOn }: { startsOn: Day }) =>
    `Cette embauche est déjà enregistrée, avec un début le ${on(startsOn)}. Rechargez la page pour voir la candidature à jour.`,
  'approvals/not-an-iae-employer': () => 'Seules les structures d’insertion par l’activité économique embauchent avec un PASS IAE.',
  'approvals/cover-withdrawn': () => 'Cette embauche a été annulée entre-temps. Rechargez la page pour voir la candidature à jour, puis recommencez si besoin.',

  'approvals/months-unknown': () => 'Choisissez une fin dans moins de 1, 3 ou 7 mois.',
  'approvals/contract-unknown': () => 'Choisissez « en cours ou fini depuis moins de 90 jours » ou « fini depuis 90 jours ou plus ».',

  'approvals/waiting-period': ({ endedOn, waitingUntil, lifted, met }: Facts) => {
    if (met && !lifted && !waitingUntil) return 'Aucun délai de carence en cours.';
    const because = lifted && { sender: ' : il ne s’applique pas, un prescripteur habilité a envoyé la candidature', diagnosis: ' : il ne s’applique pas, un prescripteur habilité a établi un diagnostic', company: ' : il ne concerne pas cet employeur' }[lifted as string];
    // The days are for those who follow the person [emplois/PASS-20].
    const period = waitingUntil ? `PASS IAE terminé le ${on(endedOn)}, délai de carence jusqu’au ${on(waitingUntil)} inclus` : 'PASS IAE terminé depuis moins de deux ans, délai de carence en cours';
    return `${period}${because ?? ''}.`;
  },
  'approvals/waiting-period/enough': ({ waitingUntil }: Facts) =>
    `Il suffit d’un diagnostic d’un prescripteur habilité en cours de validité, d’une candidature envoyée par un prescripteur habilité, ou d’attendre la fin du délai${waitingUntil ? ` (${on(waitingUntil)} inclus)` : ''}.`,
  'approvals/hire-within-pass': ({ startsOn, end }: Facts) => `Début du contrat le ${on(startsOn)}, fin du PASS IAE le ${on(end)}.`,
  'approvals/hire-within-pass/enough': ({ latestStart }: Facts) => `Il suffit que le contrat commence au plus tard le ${on(latestStart)}.`,
  'approvals/diagnosis-at-hand': ({ expiresOn }: Facts) =>
    expiresOn ? `Diagnostic d’éligibilité valable jusqu’à la veille du ${on(expiresOn)}.` : 'Aucun diagnostic d’éligibilité utilisable par cette structure.',
  'approvals/diagnosis-at-hand/enough': () => 'Il suffit d’un diagnostic d’éligibilité en cours de validité, établi par cette structure ou par un prescripteur habilité.',
};
