import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { onlyFor, signedIn } from './shared/session/guards';
import { Session } from './shared/session/session';
import { HomePage } from './home/home.page';
import { kitRoutes } from './kit/kit.routes';
import { marketplaceRoutes } from './marketplace/marketplace.routes';

const professionals = onlyFor('prescriber', 'employer');
const auditors = onlyFor('inspector', 'staff');

export const routes: Routes = [
  { path: '', pathMatch: 'full', canMatch: [() => inject(Session).signedIn()], loadComponent: () => import('./home/member-home.page').then((m) => m.MemberHomePage) },
  { path: '', pathMatch: 'full', component: HomePage },
  { path: 'employeurs', title: 'Trouver un employeur', loadComponent: () => import('./employers/search.page').then((m) => m.SearchPage) },
  { path: 'employeurs/:id', title: 'Fiche employeur', loadComponent: () => import('./employers/employer.page').then((m) => m.EmployerPage) },
  ...marketplaceRoutes,
  { path: 'connexion', title: 'Se connecter', loadComponent: () => import('./identity/sign-in.page').then((m) => m.SignInPage) },
  { path: 'organisation', title: 'Choisir une organisation', canActivate: [signedIn], loadComponent: () => import('./identity/organisation.page').then((m) => m.OrganisationPage) },
  { path: 'candidats', title: 'Candidats', canActivate: [professionals], loadComponent: () => import('./candidates/candidates.page').then((m) => m.CandidatesPage) },
  { path: 'candidats/nouveau', title: 'Trouver ou créer un candidat', canActivate: [professionals], loadComponent: () => import('./candidates/find.page').then((m) => m.FindPage) },
  { path: 'candidats/:id', title: 'Fiche candidat', canActivate: [professionals], loadComponent: () => import('./candidates/candidate.page').then((m) => m.CandidatePage) },
  { path: 'candidats/:id/modifier', title: 'Modifier la fiche candidat', canActivate: [professionals], loadComponent: () => import('./candidates/edit.page').then((m) => m.EditPage) },
  { path: 'candidats/:id/numero', title: 'Correction du numéro de sécurité sociale', canActivate: [professionals], loadComponent: nirCorrection() },
  { path: 'candidats/:id/diagnostic', title: 'Diagnostic d’éligibilité IAE', canActivate: [professionals], loadComponent: () => import('./candidates/diagnosis.page').then((m) => m.DiagnosisPage) },
  { path: 'candidater', title: 'Postuler', canActivate: [onlyFor('prescriber', 'employer', 'candidate')], loadComponent: () => import('./hiring/apply.page').then((m) => m.ApplyPage) },
  { path: 'embaucher', title: 'Déclarer une embauche', canActivate: [onlyFor('employer')], loadComponent: () => import('./hiring/declare-hire.page').then((m) => m.DeclareHirePage) },
  { path: 'candidatures/recues', title: 'Candidatures reçues', data: { box: 'received' }, canActivate: [onlyFor('employer')], loadComponent: applications() },
  { path: 'candidatures/envoyees', title: 'Candidatures envoyées', data: { box: 'sent' }, canActivate: [professionals], loadComponent: applications() },
  { path: 'candidatures/:id', title: 'Candidature', canActivate: [onlyFor('prescriber', 'employer', 'candidate')], loadComponent: () => import('./hiring/application.page').then((m) => m.ApplicationPage) },
  { path: 'candidatures/:id/accepter', title: 'Accepter la candidature', canActivate: [onlyFor('employer')], loadComponent: () => import('./hiring/accept.page').then((m) => m.AcceptPage) },
  { path: 'candidatures/:id/dates', title: 'Changer les dates du contrat', canActivate: [onlyFor('employer')], loadComponent: () => import('./hiring/hire-dates.page').then((m) => m.HireDatesPage) },
  { path: 'candidatures/:id/decliner', title: 'Décliner la candidature', canActivate: [onlyFor('employer')], loadComponent: () => import('./hiring/refuse.page').then((m) => m.RefusePage) },
  { path: 'pass', title: 'PASS IAE', canActivate: [professionals], loadComponent: () => import('./approvals/passes.page').then((m) => m.PassesPage) },
  { path: 'pass/:candidateId', title: 'PASS IAE', canActivate: [professionals], loadComponent: () => import('./approvals/pass.page').then((m) => m.PassPage) },
  {
    path: 'mon-espace',
    canActivate: [onlyFor('candidate')],
    children: [
      { path: '', pathMatch: 'full', title: 'Mes données', loadComponent: () => import('./identity/my-file.page').then((m) => m.MyFilePage) },
      { path: 'numero', title: 'Correction du numéro de sécurité sociale', loadComponent: nirCorrection() },
      { path: 'candidatures', title: 'Mes candidatures', data: { box: 'mine' }, loadComponent: applications() },
      { path: 'pass', title: 'Mon PASS IAE', loadComponent: () => import('./approvals/pass.page').then((m) => m.PassPage) },
      { path: 'consultations', title: 'Qui a lu mes données', loadComponent: () => import('./identity/access-log.page').then((m) => m.AccessLogPage) },
    ],
  },
  { path: 'pass-a-delivrer', title: 'PASS IAE à délivrer', canActivate: [onlyFor('staff')], loadComponent: () => import('./hiring/passes-to-deliver.page').then((m) => m.PassesToDeliverPage) },
  { path: 'controle/embauches', title: 'Embauches', canActivate: [auditors], loadComponent: () => import('./control/hires.page').then((m) => m.HiresPage) },
  { path: 'controle/embauches/:applicationId', title: 'Histoire de l’embauche', canActivate: [onlyFor('inspector', 'staff', 'employer')], loadComponent: () => import('./control/history.page').then((m) => m.HistoryPage) },
  { path: 'chiffres', title: 'Chiffres', loadComponent: () => import('./pilotage/figures.page').then((m) => m.FiguresPage) },
  { path: 'chiffres/exports', title: 'Qui a exporté quoi', canActivate: [auditors], loadComponent: () => import('./pilotage/exports.page').then((m) => m.ExportsPage) },
  { path: 'corrections-nir', title: 'Numéros à corriger', canActivate: [onlyFor('staff')], loadComponent: () => import('./identity/nir-corrections.page').then((m) => m.NirCorrectionsPage) },
  { path: 'corrections-nir/:id', title: 'Demande de correction', canActivate: [onlyFor('staff')], loadComponent: () => import('./identity/nir-correction.page').then((m) => m.NirCorrectionPage) },
  { path: 'effacement', title: 'Effacer les données d’une personne', canActivate: [onlyFor('staff')], loadComponent: () => import('./identity/erase.page').then((m) => m.ErasePage) },
  { path: 'sante', title: 'Santé de la plateforme', canActivate: [onlyFor('staff')], loadComponent: () => import('./platform/health.page').then((m) => m.HealthPage) },
  { path: 'messages-en-attente', title: 'Messages en attente', canActivate: [onlyFor('staff')], loadComponent: () => import('./platform/mailbox.page').then((m) => m.MailboxPage) },
  { path: 'sources', title: 'Sources et licences', loadComponent: () => import('./platform/sources.page').then((m) => m.SourcesPage) },
  { path: 'accessibilite', title: 'Déclaration d’accessibilité', loadComponent: () => import('./platform/accessibility.page').then((m) => m.AccessibilityPage) },
  { path: 'acces-refuse', title: 'Page réservée', loadComponent: () => import('./platform/forbidden.page').then((m) => m.ForbiddenPage) },
  ...kitRoutes,
  { path: '**', title: 'Page introuvable', loadComponent: () => import('./platform/not-found.page').then((m) => m.NotFoundPage) },
];

function nirCorrection() {
  return () => import('./candidates/ask-nir-correction.page').then((m) => m.AskNirCorrectionPage);
}

function applications() {
  return () => import('./hiring/applications.page').then((m) => m.ApplicationsPage);
}
