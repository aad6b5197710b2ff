/** Sentences of what this context refuses: what is wrong, and what to do about it. */
export const identityRefusals = {
  'identity/wrong-credentials': () => 'L’adresse e-mail ou le mot de passe ne correspondent pas. Vérifiez-les puis réessayez.',
  'identity/no-organisation': () =>
    'Votre compte n’est rattaché à aucune organisation active : vous ne pouvez pas utiliser le service. Demandez à un collègue de vous inviter dans votre organisation.',
  'identity/not-a-member': () => 'Cette organisation n’existe pas, ou vous n’en êtes pas membre. Choisissez-en une autre dans la liste.',
  'identity/candidate-unknown': () => 'Ce candidat n’existe pas ou n’existe plus. Recherchez-le par son numéro de sécurité sociale.',
  'identity/not-your-candidate': () =>
    'Seule la personne qui a créé cette fiche, un prescripteur habilité ou un employeur peut la modifier.',
  'identity/file-busy': () => 'Cette fiche est en cours de modification par quelqu’un d’autre. Rechargez-la puis recommencez.',
  'identity/account-email': () =>
    'L’adresse e-mail de connexion doit être celle de la fiche du candidat. Corrigez la fiche, puis ouvrez le compte.',
  'identity/perhaps-duplicate': ({ candidates }: { candidates: readonly string[] }) =>
    candidates.length > 1
      ? `${candidates.length} personnes du même nom, nées le même jour, sont déjà inscrites. Reprenez l’une de ces fiches, ou confirmez qu’il s’agit de quelqu’un d’autre.`
      : 'Une personne du même nom, née le même jour, est déjà inscrite. Reprenez sa fiche, ou confirmez qu’il s’agit de quelqu’un d’autre.',

  'identity/nir-length': () => 'Le numéro de sécurité sociale compte 15 caractères, clé comprise. Vérifiez qu’il n’en manque pas.',
  'identity/nir-shape': () =>
    'Ce numéro de sécurité sociale n’a pas la forme attendue : il commence par 1, 2, 3, 4, 7 ou 8, et seuls 2A et 2B y comportent une lettre.',
  'identity/nir-month': () => 'Le mois de naissance de ce numéro de sécurité sociale (4e et 5e chiffres) n’existe pas. Vérifiez la saisie.',
  'identity/nir-key': () =>
    'La clé de ce numéro de sécurité sociale (deux derniers chiffres) ne correspond pas au reste. Vérifiez la saisie.',
  'identity/nir-illustrative': () => 'Ce numéro est l’exemple imprimé sur le modèle de carte Vitale. Saisissez celui de la personne.',
  'identity/nir-or-reason': () => 'Indiquez le numéro de sécurité sociale, ou la raison pour laquelle il manque.',
  'identity/nir-title': () => 'La civilité ne correspond pas au premier chiffre du numéro de sécurité sociale. Corrigez l’une ou l’autre.',
  'identity/nir-birth-date': () => 'La date de naissance ne correspond pas au numéro de sécurité sociale. Corrigez l’une ou l’autre.',
  'identity/nir-taken': () =>
    'Ce numéro de sécurité sociale est celui d’une personne déjà inscrite. Recherchez-la par ce numéro pour reprendre sa fiche.',
  'identity/nir-read-only': () => 'Un numéro de sécurité sociale enregistré ne se modifie pas ici. Demandez sa correction à l’équipe de la plateforme.',
  'identity/nir-not-for-orienters': () =>
    'Seul un prescripteur habilité ou un employeur peut ajouter un numéro de sécurité sociale à une fiche qui n’en a pas.',
  'identity/nir-correction-pending': () =>
    'Une demande de correction du numéro de cette personne est déjà en attente. Attendez la réponse de l’équipe de la plateforme.',
  'identity/nir-correction-nothing': () => 'Cette fiche n’a pas encore de numéro de sécurité sociale : ajoutez-le en la modifiant.',
  'identity/nir-correction-same': () => 'Ce numéro est déjà celui de la fiche. Saisissez le numéro exact.',
  'identity/nir-correction-justification': () => 'Expliquez la correction en 10 à 2000 caractères.',
  'identity/nir-correction-unknown': () => 'Cette demande de correction n’existe pas ou n’existe plus. Revenez à la liste.',
  'identity/nir-correction-handled': () => 'Cette demande de correction a déjà reçu une réponse. Revenez à la liste.',
  'identity/nir-correction-taken': () =>
    'Ce numéro a été donné à une autre personne depuis la demande, qui reste en attente. Recherchez laquelle des deux doit le porter, puis refusez la demande ou faites corriger l’autre fiche.',
  'identity/nir-correction-applied': () => 'La fiche porte déjà le numéro demandé : acceptez la demande pour la clore.',
  'identity/nir-correction-explanation': () => 'Écrivez le motif du refus, en 2000 caractères au plus.',
  'identity/nir-correction-state': () => 'Choisissez les demandes en attente ou les demandes traitées.',
  'identity/title-missing': () => 'Choisissez une civilité : Madame ou Monsieur.',
  'identity/name-missing': () => 'Ce champ est obligatoire.',
  'identity/name-shape': () => 'Un nom comporte des lettres, et 100 caractères au plus.',
  'identity/birth-date-shape': () => 'Indiquez une date de naissance complète : jour, mois et année.',
  'identity/too-young': () => 'La personne doit avoir plus de 16 ans. Vérifiez la date de naissance.',
  'identity/too-old': () => 'La personne ne peut pas avoir plus de 100 ans. Vérifiez la date de naissance.',
  'identity/france-travail-shape': () =>
    'L’identifiant France Travail compte 8 caractères (7 chiffres puis un chiffre ou une lettre) ou 11 chiffres.',
  'identity/france-travail-or-reason': () => 'Indiquez l’identifiant France Travail, ou la raison pour laquelle il manque.',
  'identity/email-shape': () => 'Cette adresse e-mail n’est pas complète. Elle s’écrit par exemple prenom.nom@exemple.fr.',
  'identity/email-professional': () => 'Cette adresse est celle d’un agent de France Travail. Indiquez l’adresse personnelle du candidat.',
  'identity/email-of-professional': () =>
    'Cette adresse e-mail est celle d’un professionnel inscrit. Indiquez l’adresse personnelle du candidat.',
  'identity/email-taken': () =>
    'Cette adresse e-mail est déjà celle d’une autre personne inscrite. Indiquez-en une autre, ou recherchez la personne par cette adresse.',
  'identity/email-signs-in': () =>
    'Cette personne se connecte avec son adresse e-mail : elle seule peut la modifier, depuis son espace. Laissez l’adresse enregistrée.',
  'identity/phone-shape': () => 'Un numéro de téléphone comporte 10 chiffres, ou commence par + et l’indicatif du pays.',
  'identity/post-code-shape': () => 'Un code postal comporte 5 chiffres.',
  'identity/post-code-missing': () => 'Indiquez le code postal.',
  'identity/post-code-elsewhere': () => 'Ce code postal n’est pas celui de la commune choisie. Corrigez l’un ou l’autre.',
  'identity/address-missing': () => 'Indiquez l’adresse : le numéro et la voie.',
  'identity/commune-missing': () => 'Choisissez la commune dans la liste proposée.',
  'identity/commune-unknown': () => 'Cette commune n’existe pas ou n’existe plus. Choisissez-la dans la liste proposée.',
  'identity/text-too-long': () => 'Ce texte est trop long : 200 caractères au plus.',
  'identity/person-erased': () =>
    'Les données de cette personne ont été effacées pour toujours : elles ne peuvent être ni reprises, ni enregistrées de nouveau par la même demande. S’il s’agit d’une nouvelle inscription, recommencez-la depuis le début.',
  'identity/person-unknown': () => 'Personne ne correspond à cet identifiant ou à cette adresse e-mail. Vérifiez la saisie.',
  'identity/person-search-missing': () => 'Saisissez l’identifiant ou l’adresse e-mail complète de la personne.',
  'identity/erasure-reason': () => 'Choisissez la raison de l’effacement dans la liste.',
  'identity/not-oneself': () => 'Vous ne pouvez pas effacer vos propres données depuis cette page. Demandez-le à une autre personne de l’équipe.',
  'identity/command-shape': () => 'La page est restée ouverte trop longtemps ou a été modifiée. Rechargez-la puis recommencez.',
};
