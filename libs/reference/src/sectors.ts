import type { Label } from './lists/label.js';

/** A family of purchases, and what is bought in it [marche/SEC-01]. */
export interface SectorGroup extends Label {
  /** In the order of forms: what fits nowhere else comes last. */
  readonly sectors: readonly Label[];
}
export interface Sector extends Label {
  readonly group: Label;
}

/** Codes are what events keep. */
export const SECTOR_GROUPS: readonly SectorGroup[] = [
  {
    code: 'agro-alimentaire',
    label: 'Agro-Alimentaire',
    sectors: [
      { code: 'agriculture', label: 'Agriculture' },
      { code: 'elevage-de-viandes-et-volailles', label: 'Élevage de viandes et volailles' },
      { code: 'horticulture', label: 'Horticulture' },
      { code: 'maraichage-legumerie-conserverie', label: 'Maraîchage, légumerie, conserverie' },
      { code: 'peche-pisciculture', label: 'Pêche/Pisciculture' },
      { code: 'production-et-transformation', label: 'Production et transformation' },
      { code: 'sylviculture', label: 'Sylviculture' },
      { code: 'autre-agro-alimentaire', label: 'Autre (Agro-alimentaire)' },
    ],
  },
  {
    code: 'ameublement-deco-textile-artisanat',
    label: 'Ameublement, déco, textile & Artisanat',
    sectors: [
      { code: 'amenagement-interieur', label: 'Aménagement intérieur' },
      { code: 'artisanat-d-art', label: 'Artisanat d’art' },
      { code: 'equipements-et-mobiliers', label: 'Équipements et mobiliers' },
      { code: 'location-de-mobiliers', label: 'Location de mobiliers' },
      { code: 'location-et-entretien-de-plantes', label: 'Location et entretien de plantes' },
      { code: 'services-d-artisanat', label: 'Services d’artisanat' },
      { code: 'textiles', label: 'Textiles' },
      { code: 'travail-de-la-pierre', label: 'Travail de la pierre' },
      { code: 'travail-du-bois', label: 'Travail du bois' },
      { code: 'autre-ameublement-deco-textile-artisanat', label: 'Autre (Ameublement)' },
    ],
  },
  {
    code: 'assistance-generale-et-administrative',
    label: 'Assistance générale et administrative',
    sectors: [
      { code: 'accueil-hotline', label: 'Accueil & Hotline' },
      { code: 'conciergerie-d-entreprise', label: 'Conciergerie d’entreprise' },
      { code: 'gestion-de-projets-d-affaires', label: 'Gestion de projets & d’affaires' },
      { code: 'mailing-archivage-secretariat', label: 'Mailing, archivage, secrétariat' },
      { code: 'papeterie-et-fournitures-administratives', label: 'Papeterie et fournitures administratives' },
      { code: 'autre-assistance-generale-et-administrative', label: 'Autre (Administratif)' },
    ],
  },
  {
    code: 'batiments-et-travaux-publics',
    label: 'Bâtiments et Travaux publics',
    sectors: [
      { code: 'carrelage-revetement-des-sols', label: 'Carrelage & Revêtement des sols' },
      { code: 'deconstruction-curage-demolition', label: 'Déconstruction, curage, démolition' },
      { code: 'diagnostics-solutions-energetiques', label: 'Diagnostics & Solutions énergétiques' },
      { code: 'electricite', label: 'Électricité' },
      { code: 'location-et-vente-de-materiels-industriels-et-de-chantier', label: 'Location et vente de matériels industriels et de chantier' },
      { code: 'materiaux-de-construction', label: 'Matériaux de construction' },
      { code: 'menuiserie', label: 'Menuiserie' },
      { code: 'ouvrages-metalliques', label: 'Ouvrages métalliques' },
      { code: 'peinture-revetement-des-murs', label: 'Peinture & Revêtement des murs' },
      { code: 'plomberie', label: 'Plomberie' },
      { code: 'tous-travaux-et-petits-bricolages', label: 'Tous travaux et petits bricolages' },
      { code: 'traitements-thermiques-et-traitements-de-surface', label: 'Traitements thermiques et traitements de surface' },
      { code: 'travaux-de-chantiers', label: 'Travaux de chantiers' },
      { code: 'autre-batiments-et-travaux-publics', label: 'Autre (BTP)' },
    ],
  },
  {
    code: 'collecte-traitement-des-dechets',
    label: 'Collecte & Traitement des déchets',
    sectors: [
      { code: 'collecte-5-flux', label: 'Collecte 5 flux (papier, métal, verre et bois) et fournitures d’entreprise' },
      { code: 'collecte-d-encombrants', label: 'Collecte d’encombrants' },
      { code: 'collecte-des-dechets-d-elements-d-ameublement', label: 'Collecte des déchets d’éléments d’ameublement (DAE) et petits objets' },
      { code: 'collecte-des-dechets-de-chantiers', label: 'Collecte des déchets de chantiers' },
      { code: 'collecte-des-dechets-d-equipements-electriques-et-electroniques', label: 'Collecte des déchets d’équipements électriques et électroniques (DEEE)' },
      { code: 'collecte-des-dechets-industriels', label: 'Collecte des déchets industriels' },
      { code: 'collecte-des-dechets-papiers-et-fournitures-d-entreprises', label: 'Collecte des déchets papiers et fournitures d’entreprises' },
      { code: 'collecte-des-dechets-textiles', label: 'Collecte des déchets textiles' },
      { code: 'collecte-des-dechets-vegetaux', label: 'Collecte des déchets végétaux' },
      { code: 'collecte-du-verre', label: 'Collecte du verre' },
      { code: 'collecte-et-traitement-des-bio-dechets', label: 'Collecte et traitement des bio déchets' },
      { code: 'collecte-et-traitement-des-dechets-dangereux', label: 'Collecte et traitement des déchets dangereux' },
      { code: 'autre-collecte-traitement-des-dechets', label: 'Autre (Collecte des déchets)' },
    ],
  },
  {
    code: 'communication-marketing',
    label: 'Communication, Marketing',
    sectors: [
      { code: 'communication-agence-de-com', label: 'Communication, Agence de Com' },
      { code: 'impressions', label: 'Impressions' },
      { code: 'location-de-materiels-evenementiel', label: 'Location de matériels événementiel' },
      { code: 'objet-promotionnel', label: 'Objet promotionnel (goodies)' },
      { code: 'organisation-d-evenements', label: 'Organisation d’événements' },
      { code: 'production-audiovisuelle', label: 'Production audiovisuelle' },
      { code: 'signaletique', label: 'Signalétique' },
      { code: 'autre-communication-marketing', label: 'Autre (Communication)' },
    ],
  },
  {
    code: 'culture-divertissement-et-tourisme',
    label: 'Culture, Divertissement et Tourisme',
    sectors: [
      { code: 'activite-culturelle-theatrale-et-spectacle', label: 'Activité culturelle, théâtrale et spectacle' },
      { code: 'activites-a-caractere-touristique', label: 'Activités à caractère touristique' },
      { code: 'animation-et-sorties', label: 'Animation et sorties' },
      { code: 'culture-et-jeux', label: 'Culture et jeux' },
      { code: 'hotellerie', label: 'Hôtellerie' },
      { code: 'restauration-de-livres', label: 'Restauration de livres' },
      { code: 'sport', label: 'Sport' },
      { code: 'ventes-de-livres-et-ouvrages', label: 'Ventes de livres et ouvrages' },
      { code: 'autre-culture-divertissement-et-tourisme', label: 'Autre (Divertissement)' },
    ],
  },
  {
    code: 'demenagements-livraisons-transports',
    label: 'Déménagements, Livraisons & Transports',
    sectors: [
      { code: 'coursiers-livraison-de-plis-colis', label: 'Coursiers, livraison de plis & colis' },
      { code: 'demenagement', label: 'Déménagement' },
      { code: 'livraison-de-fruits-et-legumes', label: 'Livraison de fruits et légumes' },
      { code: 'location-de-vehicules-velos', label: 'Location de Véhicules & Vélos' },
      { code: 'transport-de-marchandises', label: 'Transport de marchandises' },
      { code: 'transports-de-personnes', label: 'Transports de personnes' },
      { code: 'autre-demenagements-livraisons-transports', label: 'Autre (Livraisons)' },
    ],
  },
  {
    code: 'entretien-du-linge',
    label: 'Entretien du linge',
    sectors: [
      { code: 'blanchisserie', label: 'Blanchisserie' },
      { code: 'confection-a-facon', label: 'Confection à façon' },
      { code: 'couture-reprisage-retouches', label: 'Couture, reprisage, retouches' },
      { code: 'pressing-et-nettoyage-a-sec', label: 'Pressing et nettoyage à sec' },
      { code: 'repassage', label: 'Repassage' },
      { code: 'autre-entretien-du-linge', label: 'Autre (Linge)' },
    ],
  },
  {
    code: 'espaces-verts-exterieurs',
    label: 'Espaces verts & extérieurs',
    sectors: [
      { code: 'creation-et-entretien-des-espaces-verts', label: 'Création et entretien des espaces verts' },
      { code: 'entretien-des-parkings', label: 'Entretien des parkings' },
      { code: 'entretien-et-maintenance-de-l-espace-urbain', label: 'Entretien et maintenance de l’espace urbain' },
      { code: 'entretien-restauration-amenagement-des-espaces-naturels', label: 'Entretien, restauration, aménagement des espaces naturels' },
      { code: 'genie-ecologique', label: 'Génie écologique' },
      { code: 'travaux-forestiers-bucheronnage', label: 'Travaux forestiers, Bûcheronnage' },
      { code: 'autre-espaces-verts-exterieurs', label: 'Autre (Espaces verts)' },
    ],
  },
  {
    code: 'hygiene-et-proprete',
    label: 'Hygiène et Propreté',
    sectors: [
      { code: 'articles-protection-covid-19', label: 'Articles protection Covid-19' },
      { code: 'nettoyage-de-locaux', label: 'Nettoyage de locaux' },
      { code: 'nettoyage-de-vehicules', label: 'Nettoyage de véhicules' },
      { code: 'nettoyage-industriel', label: 'Nettoyage industriel' },
      { code: 'nettoyage-specifique', label: 'Nettoyage spécifique (chantiers, parkings, hôpitaux, hôtellerie...)' },
      { code: 'nettoyage-urbain', label: 'Nettoyage urbain' },
      { code: 'produits-d-entretien-et-desinfectants', label: 'Produits d’entretien et désinfectants' },
      { code: 'autre-hygiene-et-proprete', label: 'Autre (Propreté)' },
    ],
  },
  {
    code: 'medico-social',
    label: 'Médico-social',
    sectors: [
      { code: 'autre-medico-social', label: 'Autre (Médico-social)' },
    ],
  },
  {
    code: 'prestations-informatiques',
    label: 'Prestations informatiques',
    sectors: [
      { code: 'conception-de-logiciels', label: 'Conception de logiciels' },
      { code: 'creation-de-sites-internet-webmastering', label: 'Création de sites internet, webmastering' },
      { code: 'gestion-du-parc-informatique-maintenance-installation', label: 'Gestion du parc informatique, Maintenance & Installation' },
      { code: 'management-de-donnees-et-gestion-de-projets', label: 'Management de données et Gestion de projets' },
      { code: 'numerisation-ged', label: 'Numérisation & GED' },
      { code: 'support-administration', label: 'Support & administration' },
      { code: 'tests-de-logiciels', label: 'Tests de logiciels' },
      { code: 'autre-prestations-informatiques', label: 'Autre (Informatique)' },
    ],
  },
  {
    code: 'prestations-intellectuelles',
    label: 'Prestations intellectuelles',
    sectors: [
      { code: 'conseils-formation', label: 'Conseils & Formation' },
      { code: 'ressources-humaines', label: 'Ressources Humaines' },
      { code: 'traductions', label: 'Traductions' },
      { code: 'autre-prestations-intellectuelles', label: 'Autre (Conseil)' },
    ],
  },
  {
    code: 'recyclage-economie-circulaire',
    label: 'Recyclage, économie circulaire',
    sectors: [
      { code: 'achat-de-produits-reconditionnes', label: 'Achat de produits reconditionnés (informatique, électronique...)' },
      { code: 'recyclage-5-flux-et-fournitures-d-entreprise', label: 'Recyclage 5 flux et fournitures d’entreprise' },
      { code: 'recyclage-d-elements-d-ameublement', label: 'Recyclage d’éléments d’ameublement (DAE) et petits objets' },
      { code: 'recyclage-d-equipements-electriques-et-electroniques', label: 'Recyclage d’équipements électriques et électroniques (DEEE)' },
      { code: 'recyclage-du-verre', label: 'Recyclage du verre' },
      { code: 'recyclage-papiers-et-fournitures-d-entreprises', label: 'Recyclage papiers et fournitures d’entreprises' },
      { code: 'recyclage-textiles', label: 'Recyclage textiles' },
      { code: 'vente-de-vehicules-velos-d-occasions', label: 'Vente de véhicules & Vélos d’occasions' },
      { code: 'autre-recyclage-economie-circulaire', label: 'Autre (Recyclage)' },
    ],
  },
  {
    code: 'reparations-depannages',
    label: 'Réparations & Dépannages',
    sectors: [
      { code: 'entretien-machines-materiels', label: 'Entretien machines & matériels' },
      { code: 'garage-mecanique-automobile', label: 'Garage, mécanique automobile' },
      { code: 'maintenance-de-flottes-de-vehicules', label: 'Maintenance de flottes de véhicules (vélos à assistance électrique, voitures...)' },
      { code: 'reparation-de-velos', label: 'Réparation de vélos' },
      { code: 'autre-reparations-depannages', label: 'Autre (Réparation)' },
    ],
  },
  {
    code: 'restauration',
    label: 'Restauration',
    sectors: [
      { code: 'apiculture', label: 'Apiculture' },
      { code: 'boulangerie-patisserie-confiserie', label: 'Boulangerie, pâtisserie, confiserie' },
      { code: 'confiturerie', label: 'Confiturerie' },
      { code: 'fromagerie', label: 'Fromagerie' },
      { code: 'location-et-vente-de-materiels-de-restauration', label: 'Location et vente de matériels de restauration' },
      { code: 'paniers-plateaux-repas', label: 'Paniers, plateaux repas' },
      { code: 'producteurs-fournisseurs', label: 'Producteurs, Fournisseurs' },
      { code: 'restaurants-cantines', label: 'Restaurants, Cantines' },
      { code: 'restauration-collective', label: 'Restauration collective' },
      { code: 'traiteur', label: 'Traiteur' },
      { code: 'autre-restauration', label: 'Autre (Restauration)' },
    ],
  },
  {
    code: 'securite-preventions',
    label: 'Sécurité & Préventions',
    sectors: [
      { code: 'mediation', label: 'Médiation (urbaine, sociale...)' },
      { code: 'mediation-dans-les-transports-publics', label: 'Médiation dans les transports publics' },
      { code: 'poste-de-garde-accueil', label: 'Poste de garde / Accueil' },
      { code: 'surveillance-scolaire', label: 'Surveillance scolaire' },
      { code: 'autre-securite-preventions', label: 'Autre (Sécurité)' },
    ],
  },
  {
    code: 'services-a-la-personne',
    label: 'Services à la personne',
    sectors: [
      { code: 'aide-menagere', label: 'Aide ménagère' },
      { code: 'cordonnerie', label: 'Cordonnerie' },
      { code: 'entretien-des-jardins', label: 'Entretien des jardins' },
      { code: 'petits-travaux', label: 'Petits travaux' },
      { code: 'soins-et-accompagnement', label: 'Soins et accompagnement' },
      { code: 'autre-services-a-la-personne', label: 'Autre (Service à la personne)' },
    ],
  },
  {
    code: 'sous-traitance-industrielle',
    label: 'Sous-traitance industrielle',
    sectors: [
      { code: 'assemblage-mecanique-mecano-soudure', label: 'Assemblage mécanique, mécano-soudure' },
      { code: 'industrie-chimique-et-plastique', label: 'Industrie chimique et plastique' },
      { code: 'logistique-conditionnement', label: 'Logistique, conditionnement' },
      { code: 'manutention', label: 'Manutention' },
      { code: 'metallurgie', label: 'Métallurgie' },
      { code: 'plasturgie', label: 'Plasturgie' },
      { code: 'sous-traitance-industrielle-agro-alimentaire', label: 'Sous-traitance industrielle agro-alimentaire' },
      { code: 'sous-traitance-industrielle-generale', label: 'Sous-traitance industrielle générale' },
      { code: 'autre-sous-traitance-industrielle', label: 'Autre (Industrie)' },
    ],
  },
];


const byCode = new Map<string, Sector>(SECTOR_GROUPS.flatMap(({ code, label, sectors }) => sectors.map((sector) => [sector.code, { ...sector, group: { code, label } }] as const)));
export const sectorOf = (code: string): Sector | undefined => byCode.get(code);
