import type { Day } from '#kernel';
import { APPLICATION_STATUSES, COMPANY_KINDS, criterionOf, labelOf, longDay, refusalReasonOf } from '#reference';

type Facts = Readonly<Record<string, unknown>>;

const day = (value: unknown) => longDay(value as Day);
const status = (value: unknown) => labelOf(APPLICATION_STATUSES, String(value));
const kind = (value: unknown) => labelOf(COMPANY_KINDS, String(value));
const criterion = (code: unknown) => `« ${criterionOf(String(code))?.label ?? String(code)} »`;
const both = (pair: unknown) => (pair as readonly string[]).map(criterion).join(' et ');
const count = (n: unknown, one: string, many: string) => `${n} ${Number(n) > 1 ? many : one}`;
const ofLevel2 = (n: unknown) => count(n, 'critère de niveau 2', 'critères de niveau 2');
const author = (value: unknown) => (value === 'prescriber' ? 'un prescripteur habilité' : 'cette structure');

/** What is wrong and what to do, for every refusal of this context and every rule it looks at. */
export const hiringRefusals = {
  'hiring/unknown-application': () =>
    'Cette candidature n’existe pas, ou n’est pas adressée à votre organisation. Vérifiez l’organisation choisie en haut de la page.',
  'hiring/unknown-candidate': () => 'Ce candidat n’existe pas. Recherchez-le à nouveau, ou créez sa fiche.',
  'hiring/unknown-company': () => 'Cet employeur n’existe pas. Choisissez-en un autre depuis la recherche.',
  'hiring/malformed-id': () => 'Cette valeur n’est pas reconnue. Rechargez la page puis réessayez.',
  'hiring/text-too-long': ({ max }: Facts) => `Ce texte est trop long. Limitez-le à ${max} caractères.`,
  'hiring/page-unknown': () => 'Cette page de la liste n’est plus disponible. Revenez au début de la liste.',
  'hiring/order-unknown': () => 'Cet ordre n’existe pas. Triez par date d’envoi ou par dernier changement.',
  'hiring/status-unknown': () => 'Cet état n’existe pas pour vos candidatures. Choisissez parmi les états proposés.',
  'hiring/department-unknown': () => 'Ce département n’existe pas. Choisissez parmi les départements proposés.',
  'hiring/department-filter-not-open': () => 'Le filtre par département du candidat est réservé aux prescripteurs habilités et aux employeurs.',
  'hiring/rights-filter-not-open': () => 'Les filtres par critère, PASS IAE et éligibilité sont réservés aux structures d’insertion, pour les candidatures qu’elles ont reçues.',
  'hiring/pass-state-unknown': () => 'Cet état de PASS IAE n’existe pas. Choisissez parmi les états proposés.',
  'hiring/eligibility-unknown': () => 'Choisissez une éligibilité validée ou à valider.',
  'hiring/search-not-open': () =>
    'La recherche par nom est réservée aux prescripteurs habilités et aux employeurs. Utilisez les filtres par statut, employeur ou date.',

  'hiring/may-not-diagnose': () =>
    'Votre organisation ne peut pas établir de diagnostic d’éligibilité IAE pour cette candidature. Adressez-vous à un prescripteur habilité, ou à la structure d’insertion qui souhaite embaucher.',
  'hiring/unknown-criterion': ({ criterion: code }: Facts) =>
    `Le critère « ${code} » n’existe pas. Choisissez parmi les 18 critères proposés.`,
  'hiring/pass-still-valid': ({ end }: Facts) =>
    `Cette personne a un PASS IAE valide${end ? ` jusqu’au ${day(end)}` : ''} : aucun diagnostic n’est nécessaire.`,
  'hiring/exclusive-criteria': ({ pair }: Facts) => `Les critères ${both(pair)} ne vont pas ensemble. Retirez l’un des deux.`,
  'hiring/already-diagnosed': ({ author: by, expiresOn }: Facts) =>
    `Un diagnostic établi par ${author(by)} est déjà valable jusqu’à la veille du ${day(expiresOn)}. Utilisez-le : il n’est pas nécessaire d’en faire un autre.`,
  'hiring/not-enough-criteria': ({ needed, missing }: Facts) =>
    `Il n’y a pas assez de critères. Il faut au moins un critère de niveau 1, ou ${ofLevel2(needed)} : ajoutez un critère de niveau 1 ou ${count(missing, 'autre critère', 'autres critères')} de niveau 2.`,

  'hiring/may-not-apply': () =>
    'Vous ne pouvez pas envoyer cette candidature. Un candidat postule pour lui-même ; un prescripteur ou un employeur postule pour les personnes qu’il accompagne.',
  'hiring/message-required': () => 'Écrivez un message à l’employeur : il accompagne toute candidature.',
  'hiring/kind-not-served': ({ kind: of }: Facts) =>
    `Les employeurs de type ${kind(of)} ne reçoivent plus de candidatures ici. Choisissez un autre employeur.`,
  'hiring/company-blocks-applications': () =>
    'Cet employeur ne reçoit pas de candidatures pour le moment. Choisissez-en un autre, ou réessayez plus tard.',
  'hiring/company-without-members': () =>
    'Cet employeur n’est pas encore inscrit : personne ne lirait la candidature. Choisissez un autre employeur.',
  'hiring/spontaneous-closed': () => 'Cet employeur n’accepte pas de candidature spontanée. Choisissez un de ses postes ouverts.',
  'hiring/job-closed': () =>
    'Un des postes choisis n’est plus ouvert chez cet employeur. Rechargez sa fiche et choisissez parmi les postes ouverts.',
  'hiring/waiting-period': ({ self }: Facts) =>
    self
      ? 'Votre dernier PASS IAE est terminé depuis moins de deux ans. Rencontrez un prescripteur habilité (France Travail, mission locale…) : lui peut envoyer votre candidature.'
      : 'Le dernier PASS IAE de cette personne est terminé depuis moins de deux ans. Orientez-la vers un prescripteur habilité, qui peut établir un diagnostic ou envoyer la candidature.',
  'hiring/applied-today': ({ hoursLeft }: Facts) =>
    `Une candidature de cette personne a été envoyée à cet employeur il y a moins de 24 heures. Attendez sa réponse, ou ${hoursLeft === undefined ? 'un jour' : count(hoursLeft, 'heure', 'heures')} avant d’en envoyer une autre.`,
  'hiring/applied-before': ({ on, status: is }: Facts) =>
    `Cette personne a déjà postulé chez cet employeur${on === undefined ? '' : ` le ${day(on)} (${status(is)})`}. Confirmez si vous voulez envoyer une nouvelle candidature.`,

  'hiring/already-done': ({ status: is }: Facts) =>
    `Cette action n’est plus possible : la candidature est maintenant « ${status(is)} ». Rechargez la page pour la voir à jour.`,
  'hiring/not-together': () =>
    'Cette action ne se fait pas sur plusieurs candidatures à la fois. Ouvrez chaque candidature pour décider.',
  'hiring/nothing-selected': () => 'Sélectionnez au moins une candidature.',
  'hiring/too-many-selected': ({ most }: Facts) => `Sélectionnez ${most} candidatures au plus à la fois.`,
  'hiring/answer-required': () => 'Écrivez une réponse au candidat.',
  'hiring/private-answer-required': () => 'Écrivez une réponse au prescripteur qui a envoyé la candidature. Le candidat ne la verra pas.',
  'hiring/reason-not-available': ({ reason }: Facts) =>
    `Le motif « ${refusalReasonOf(String(reason))?.label ?? String(reason)} » ne peut pas être choisi par cet employeur. Choisissez un motif de la liste.`,

  'hiring/start-missing': () => 'Indiquez la date de début du contrat.',
  'hiring/starts-in-the-past': ({ today }: Facts) => `La date de début est passée. Choisissez une date à partir du ${day(today)}.`,
  'hiring/starts-too-late': ({ latest }: Facts) =>
    `Le contrat commence dans plus de six mois. Choisissez une date jusqu’au ${day(latest)}.`,
  'hiring/ends-before-start': ({ startsOn }: Facts) =>
    `Le contrat finirait avant de commencer. Choisissez une date de fin à partir du ${day(startsOn)}, ou laissez-la vide.`,
  'hiring/not-archived': () => 'Cette candidature n’est pas archivée. Rechargez la page pour la voir à jour.',
  'hiring/not-archivable': ({ archived, status: is }: Facts) =>
    archived
      ? 'Cette candidature est déjà archivée.'
      : `Une candidature « ${status(is)} » ne s’archive pas : seules s’archivent celles qui sont déclinées, annulées, ou dont la personne est embauchée ailleurs.`,
  'hiring/comment-required': () => 'Écrivez un commentaire.',
  'hiring/comment-of-another': () => 'Seule la personne qui a écrit ce commentaire peut le supprimer.',
  'hiring/unknown-comment': () => 'Ce commentaire n’existe plus : il a été supprimé. Rechargez la page pour la voir à jour.',
  'hiring/archived-unknown': () => 'Choisissez les candidatures actives, archivées, ou toutes.',
  'hiring/accept-that-one': () =>
    'Cette personne a postulé chez vous il y a moins de 24 heures : acceptez cette candidature plutôt que de déclarer une autre embauche.',
  'hiring/starts-after-pass': () =>
    'Le contrat commencerait après la fin du PASS IAE de cette personne. Choisissez une date de début plus proche.',
  'hiring/dates-settled': ({ status: is, startsOn }: Facts) =>
    is === 'accepted' && startsOn
      ? `Le contrat a commencé le ${day(startsOn)} : ses dates ne changent plus.`
      : `Seules les dates d’une embauche à venir changent : la candidature est « ${status(is)} ». Rechargez la page pour la voir à jour.`,
  'hiring/put-off-too-far': ({ latest }: Facts) =>
    `Le contrat commencerait dans plus de 30 jours. Choisissez une date jusqu’au ${day(latest)}, ou annulez l’embauche.`,
  'hiring/starts-at-pass-end': ({ latestStart }: Facts) =>
    `Le contrat doit commencer avant le dernier jour du PASS IAE. Choisissez une date jusqu’au ${day(latestStart)}.`,
  'hiring/check/dates-within-pass': ({ startsOn, end }: Facts) => `Début du contrat le ${day(startsOn)}, fin du PASS IAE le ${day(end)}.`,
  'hiring/check/dates-within-pass/enough': ({ latestStart }: Facts) => `Il suffit que le contrat commence au plus tard le ${day(latestStart)}.`,
  'hiring/job-required': () => 'Indiquez le poste retenu : il est obligatoire pour un GEIQ.',
  'hiring/job-of-another-company': () => 'Ce poste n’est pas un poste de votre structure. Choisissez-en un autre, ou n’en indiquez pas.',
  'hiring/two-jobs': () => 'Choisissez un poste de votre structure ou un autre métier, pas les deux.',
  'hiring/other-job-missing': () => 'Indiquez le métier : saisissez-en quelques lettres, puis choisissez dans la liste.',
  'hiring/other-job-unknown': () => 'Ce métier n’est pas dans la nomenclature ROME. Choisissez-en un dans la liste.',
  'hiring/other-job-place-missing': () => 'Indiquez la commune du lieu de travail : saisissez-en quelques lettres, puis choisissez dans la liste.',
  'hiring/other-job-place-unknown': () => 'Cette commune n’existe pas. Choisissez-en une dans la liste.',
  'hiring/contract-of-geiq-only': () => 'Seul un GEIQ précise ce point du contrat. Laissez-le vide.',
  'hiring/contract-type-missing': () => 'Choisissez le type de contrat : apprentissage, professionnalisation ou autre.',
  'hiring/contract-details-missing': () => 'Précisez de quel type de contrat il s’agit.',
  'hiring/weekly-hours': ({ min, max }: Facts) => `Indiquez le nombre d’heures par semaine : un nombre entier de ${min} à ${max}.`,
  'hiring/qualification-missing': () => 'Choisissez le type de qualification visé.',
  'hiring/level-missing': () => 'Choisissez le niveau de qualification visé.',
  'hiring/level-of-a-diploma': () => 'Un diplôme d’état ou titre homologué a toujours un niveau. Choisissez-le.',
  'hiring/training-hours': () => 'Indiquez le nombre d’heures de formation prévues : un nombre entier, 0 s’il n’y en a pas.',
  'hiring/advisor-not-a-member': () =>
    'Cette personne n’est pas membre de votre structure. Choisissez un conseiller de la liste, ou « Je ne sais pas ».',
  'hiring/not-eligible': ({ criteriaGiven }: Facts) =>
    criteriaGiven
      ? 'Les critères déclarés ne rendent pas cette personne éligible à l’IAE. Voyez ci-dessous ce qui suffirait.'
      : 'L’éligibilité de cette personne à l’IAE n’est pas établie. Déclarez ses critères avant d’accepter, ou demandez un diagnostic à un prescripteur habilité.',
  'hiring/acceptance-under-way': () =>
    'Quelqu’un de votre structure accepte cette candidature en ce moment. Rechargez la page dans une minute.',
  'hiring/acceptance-replaced': () => 'Cette acceptation a été reprise entre-temps. Rechargez la page pour voir la candidature à jour.',

  'hiring/no-pass-to-deliver': () =>
    'Cette embauche n’attend plus de PASS IAE : il a été délivré ou refusé, ou l’embauche est annulée. Rechargez la page pour la voir à jour.',
  'hiring/explanation-required': () => 'Écrivez le motif du refus : l’employeur et le prescripteur le liront.',

  'hiring/check/outside-iae': ({ kind: of }: Facts) => `Les règles de l’IAE ne s’appliquent pas à cet employeur (${kind(of)}).`,
  'hiring/check/author': ({ met }: Facts) =>
    met ? 'Votre organisation peut établir un diagnostic.' : 'Votre organisation ne peut pas établir de diagnostic d’éligibilité IAE.',
  'hiring/check/author/enough': () =>
    'Il suffit qu’un prescripteur habilité, ou la structure d’insertion qui embauche, établisse le diagnostic.',
  'hiring/check/pass': ({ end, met }: Facts) =>
    met ? `PASS IAE valide${end ? ` jusqu’au ${day(end)} inclus` : ''} : la personne est éligible.` : 'Pas de PASS IAE en cours de validité.',
  'hiring/check/pass/enough': () => 'Un PASS IAE en cours de validité suffirait.',
  'hiring/check/identified': ({ met }: Facts) =>
    met
      ? 'Personne identifiée : rien n’empêche de délivrer un PASS IAE dès l’embauche.'
      : 'Personne non identifiée : ni numéro de sécurité sociale, ni identifiant France Travail à sa fiche.',
  'hiring/check/identified/enough': () =>
    'Il suffit d’ajouter l’un de ces numéros à la fiche, ou d’y déclarer que la personne n’est pas inscrite à France Travail ; sinon le PASS IAE attendra une vérification.',
  'hiring/check/diagnosis': ({ author: by, expiresOn }: Facts) =>
    expiresOn
      ? `Diagnostic établi par ${author(by)}, valable jusqu’à la veille du ${day(expiresOn)}.`
      : 'Aucun diagnostic d’éligibilité valable pour cette structure.',
  'hiring/check/diagnosis/enough': () =>
    'Un diagnostic en cours de validité, établi par un prescripteur habilité ou par cette structure, suffirait.',
  'hiring/check/criteria': ({ level1, level2 }: Facts) =>
    `${count(level1, 'critère de niveau 1', 'critères de niveau 1')} et ${ofLevel2(level2)} ${Number(level1) + Number(level2) > 1 ? 'déclarés' : 'déclaré'}.`,
  'hiring/check/criteria/enough': ({ level2, needed, kind: of }: Facts) =>
    `Il suffit d’un critère de niveau 1, ou de ${level2 === needed ? ofLevel2(level2) : `${count(level2, 'autre critère', 'autres critères')} de niveau 2`} (${of} : ${needed} critères de niveau 2).`,
  'hiring/check/criteria-optional': () => 'Un prescripteur habilité établit le diagnostic sans qu’un critère soit exigé.',
  'hiring/check/exclusive-criteria': ({ pair }: Facts) =>
    pair ? `Les critères ${both(pair)} s’excluent.` : 'Aucun critère ne s’oppose à un autre.',
  'hiring/check/exclusive-criteria/enough': ({ remove }: Facts) =>
    `Il suffit de retirer ${(remove as readonly string[]).map(criterion).join(' ou ')}.`,
} satisfies Record<string, (facts: Facts) => string>;
