import type { Role } from '../shared/session/session';
import type { Door } from './door-tile';

const search: Door = { title: 'Trouver un employeur', text: 'Les employeurs solidaires autour d’un lieu, par distance, type de structure et métier.', path: '/employeurs', art: 'search' };
const figures: Door = { title: 'Lire les chiffres', text: 'Candidatures, embauches et PASS IAE délivrés, par région, département, type de structure et mois.', path: '/chiffres', art: 'data-visualization' };
const findCandidate: Door = { title: 'Trouver ou créer un candidat', text: 'Par numéro de sécurité sociale, puis par adresse e-mail, puis à partir d’un formulaire.', path: '/candidats/nouveau', art: 'document-add' };
const received: Door = { title: 'Traiter les candidatures reçues', text: 'Étudier, mettre en attente, accepter ou décliner les candidatures reçues.', path: '/candidatures/recues', art: 'mail-send' };
const declareHire: Door = { title: 'Déclarer une embauche', text: 'Une personne embauchée sans candidature : son éligibilité, son contrat, son PASS IAE.', path: '/embaucher', art: 'contract' };
const sent: Door = { title: 'Suivre les candidatures envoyées', text: 'L’état de chaque candidature et la réponse de l’employeur.', path: '/candidatures/envoyees', art: 'in-progress' };
const passes: Door = { title: 'Consulter les PASS IAE', text: 'Numéros, dates et durée restante des parcours que vous suivez.', path: '/pass', art: 'national-identity-card' };
const hires: Door = { title: 'Contrôler une embauche', text: 'L’histoire complète d’une embauche : qui, quand, dans quelle organisation, et ce qui était connu alors.', path: '/controle/embauches', art: 'document-search' };

const suppliers: Door = { title: 'Trouver un fournisseur inclusif', text: 'Les structures qui vendent des biens et des services, par secteur d’activité et par lieu.', path: '/fournisseurs', art: 'search' };
const needsReceived: Door = { title: 'Répondre aux besoins reçus', text: 'Les besoins d’achat qui correspondent à vos activités : déclarer votre intérêt, contacter le client.', path: '/besoins/recus', art: 'contract' };
const offer: Door = { title: 'Tenir ma fiche fournisseur', text: 'Vos activités, vos périmètres d’intervention, votre présentation et votre contact.', path: '/mon-offre', art: 'companie' };

const own: Record<Role, readonly Door[]> = {
  prescriber: [findCandidate, { ...search, title: 'Chercher un employeur pour un candidat' }, sent, passes, figures],
  employer: [received, declareHire, { ...findCandidate, title: 'Trouver ou créer un candidat' }, sent, passes, needsReceived, offer, figures],
  candidate: [
    search,
    { title: 'Mes candidatures', text: 'Ce que sont devenues les candidatures envoyées par vous ou pour vous.', path: '/mon-espace/candidatures', art: 'in-progress' },
    { title: 'Mon PASS IAE', text: 'Son numéro, ses dates, le nombre de jours restants.', path: '/mon-espace/pass', art: 'national-identity-card' },
    { title: 'Mes données', text: 'Ce que la plateforme sait de vous, et les changements faits.', path: '/mon-espace', art: 'avatar' },
    { title: 'Qui a lu mes données', text: 'Chaque lecture de votre dossier est notée ici.', path: '/mon-espace/consultations', art: 'padlock' },
  ],
  inspector: [hires, figures],
  staff: [
    { title: 'Valider les besoins', text: 'Relire les besoins publiés, choisir les structures ciblées, valider ou rejeter.', path: '/besoins/a-valider', art: 'document-add' },
    { title: 'Santé de la plateforme', text: 'Retard des projections, clés mises de côté, commandes refusées.', path: '/sante', art: 'application' },
    { title: 'Corriger un numéro de sécurité sociale', text: 'Les demandes de ceux qui suivent la personne, ou la sienne : les lire, les accepter ou les refuser.', path: '/corrections-nir', art: 'national-identity-card' },
    { title: 'Effacer les données d’une personne', text: 'Sur demande : retrouver la personne, voir ce qui part et ce qui reste, effacer pour toujours.', path: '/effacement', art: 'padlock' },
    hires,
    figures,
  ],
  buyer: [
    { title: 'Publier un besoin', text: 'Décrire un achat : l’équipe le transmet aux fournisseurs inclusifs qui y répondent.', path: '/besoins/nouveau', art: 'document-add' },
    { title: 'Suivre mes besoins', text: 'L’état de chaque besoin, les structures intéressées, la transaction.', path: '/besoins', art: 'in-progress' },
    suppliers,
    figures,
  ],
  supplier: [needsReceived, offer, suppliers, figures],
};

export const doorsFor = (role: Role, authorised: boolean): readonly Door[] =>
  role === 'prescriber' && !authorised ? own.prescriber.filter((d) => d !== passes) : own[role];
