import type { Routes } from '@angular/router';
import { onlyFor } from '../shared/session/guards';

const needs = () => import('./needs.page').then((m) => m.NeedsPage);
const form = () => import('./need-form.page').then((m) => m.NeedFormPage);
const suppliers = onlyFor('supplier', 'employer');
const buyers = onlyFor('buyer', 'supplier', 'employer');

export const marketplaceRoutes: Routes = [
  { path: 'fournisseurs', title: 'Trouver un fournisseur inclusif', loadComponent: () => import('./search.page').then((m) => m.SupplierSearchPage) },
  { path: 'fournisseurs/:id', title: 'Fiche fournisseur', loadComponent: () => import('./supplier.page').then((m) => m.SupplierPage) },
  { path: 'besoins', title: 'Mes besoins', data: { box: 'mine' }, canActivate: [buyers], loadComponent: needs },
  { path: 'besoins/recus', title: 'Besoins reçus', data: { box: 'received' }, canActivate: [suppliers], loadComponent: needs },
  { path: 'besoins/a-valider', title: 'Besoins à valider', data: { box: 'moderation' }, canActivate: [onlyFor('staff')], loadComponent: needs },
  { path: 'besoins/nouveau', title: 'Publier un besoin', canActivate: [buyers], loadComponent: form },
  { path: 'besoins/:id', title: 'Besoin', loadComponent: () => import('./need.page').then((m) => m.NeedPage) },
  { path: 'besoins/:id/modifier', title: 'Modifier le besoin', canActivate: [buyers], loadComponent: form },
  { path: 'mon-offre', title: 'Ma fiche fournisseur', canActivate: [suppliers], loadComponent: () => import('./offer.page').then((m) => m.OfferPage) },
];
