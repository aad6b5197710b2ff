import { type Id, type Role } from '#kernel';
import type { NewAccount } from '../../../../libs/identity/src/application/accounts.js';

export type DemoPeople = ReadonlyMap<Id, Omit<NewAccount, 'accountId'>>;

export const DEMO_PASSWORD = 'inclusion-demo';

export interface DemoAccountPlan {
  readonly key: string;
  readonly email: string;
  readonly label: string;
  readonly role: Role;
  readonly firstName: string;
  readonly lastName: string;
}

/** Who a visitor may be, in the order the sign-in page shows them. */
export const DEMO_ACCOUNTS: readonly DemoAccountPlan[] = [
  { key: 'prescriber', email: 'prescripteur@demo.example', label: 'Prescripteur habilité (France Travail)', role: 'prescriber', firstName: 'Perceval', lastName: 'Hautebrume' },
  { key: 'aci', email: 'employeur-aci@demo.example', label: 'Employeur (atelier chantier d’insertion)', role: 'employer', firstName: 'Aliénor', lastName: 'Valfontaine' },
  { key: 'etti', email: 'employeur-etti@demo.example', label: 'Employeur (intérim d’insertion)', role: 'employer', firstName: 'Octave', lastName: 'Rochebraise' },
  { key: 'candidate', email: 'candidat@demo.example', label: 'Candidate', role: 'candidate', firstName: 'Mélusine', lastName: 'Clairelune' },
  { key: 'inspector', email: 'ddets@demo.example', label: 'Inspecteur du travail (DDETS)', role: 'inspector', firstName: 'Tancrède', lastName: 'Montplume' },
  { key: 'orienter', email: 'orienteur@demo.example', label: 'Orienteur (non habilité)', role: 'prescriber', firstName: 'Ondine', lastName: 'Grisepie' },
  { key: 'several', email: 'plusieurs@demo.example', label: 'Employeur et prescripteur (plusieurs organisations)', role: 'employer', firstName: 'Isaure', lastName: 'Bellesource' },
  { key: 'buyer', email: 'acheteur@demo.example', label: 'Acheteur', role: 'buyer', firstName: 'Gauvain', lastName: 'Champneige' },
  { key: 'supplier', email: 'fournisseur@demo.example', label: 'Fournisseur inclusif', role: 'supplier', firstName: 'Capucine', lastName: 'Doucelande' },
  { key: 'staff', email: 'equipe@demo.example', label: 'Équipe de la plateforme', role: 'staff', firstName: 'Zadig', lastName: 'Noireétoile' },
];
