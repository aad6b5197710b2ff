import type { Column } from '../shared/ui/table';

export interface Boat {
  readonly name: string;
  readonly port: string;
  readonly length: number;
  readonly built: number | null;
}

const names = ['Albatros', 'Écume', 'Brise', 'Zéphyr', 'Cormoran', 'Étoile', 'Goéland', 'Aurore', 'Sirocco', 'Mouette', 'Pélican', 'Alizé'];

export const boats: readonly Boat[] = names.map((name, i) => ({ name, port: ['Brest', 'Sète', 'Calais'][i % 3] ?? '', length: 6 + ((i * 7) % 11), built: i === 4 ? null : 1970 + ((i * 13) % 50) }));

export const boatColumns: readonly Column<Boat>[] = [
  { key: 'nom', label: 'Nom', value: (b) => b.name, sortable: true },
  { key: 'port', label: 'Port', value: (b) => b.port, sortable: true },
  { key: 'longueur', label: 'Longueur (m)', value: (b) => b.length, numeric: true, sortable: true },
  { key: 'annee', label: 'Construit en', value: (b) => b.built, numeric: true },
];

export const fruits = ['Abricot', 'Amande', 'Ananas', 'Cerise', 'Figue', 'Fraise', 'Framboise', 'Poire', 'Pomme', 'Prune'].map((label) => ({ code: label.toLowerCase(), label }));

export const places = [
  { code: '29', name: 'Finistère', value: 120 }, { code: '34', name: 'Hérault', value: 64 }, { code: '62', name: 'Pas-de-Calais', value: 18 },
  { code: '974', name: 'La Réunion', value: 41 }, { code: '69', name: 'Rhône', value: 0 }, { code: '75', name: 'Paris', value: 230 },
];

export const ports = [
  { name: 'Brest', fragment: 'port-brest', department: '29', lat: 48.39, lon: -4.49 }, { name: 'Brest, autre quai', fragment: 'port-brest-2', department: '29', lat: 48.39, lon: -4.49 },
  { name: 'Sète', fragment: 'port-sete', department: '34', lat: 43.4, lon: 3.7 }, { name: 'Le Port', fragment: 'port-reunion', department: '974', lat: -20.94, lon: 55.29 },
  { name: 'Port inconnu', fragment: 'port-inconnu', department: '29', lat: null, lon: null },
];

export const facts = [
  { at: '2026-03-02T09:15:00Z', label: 'Commande passée', by: 'Camille Essai', organisation: 'Atelier Exemple' },
  { at: '2026-03-04T14:00:00Z', label: 'Commande préparée' },
  { at: '2026-03-05T07:30:00Z', label: 'Commande livrée', by: 'Dominique Essai', late: 'Survenu le 4 mars 2026, enregistré ensuite.', details: [{ label: 'Port', value: 'Brest' }], proof: 'fait n° 3 · empreinte 9f2c41' },
];

export const rules = [
  { rule: 'R1', code: 'r1', met: true, sentence: 'Le bateau est immatriculé.', enough: '' },
  { rule: 'R2', code: 'r2', met: false, sentence: 'Le bateau n’a pas été contrôlé depuis trois ans.', enough: 'un contrôle avant le départ.' },
];
