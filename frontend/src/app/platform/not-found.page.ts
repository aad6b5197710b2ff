import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Page } from '../shared/ui/page';

@Component({
  selector: 'app-not-found',
  imports: [RouterLink, Page],
  template: `
    <app-page heading="Page introuvable">
      <p class="fr-text--lead">L’adresse demandée ne mène à aucune page. Le lien est peut-être ancien, ou mal recopié.</p>
      <ul class="fr-btns-group fr-btns-group--inline-md">
        <li><a class="fr-btn" routerLink="/">Revenir à l’accueil</a></li>
        <li><a class="fr-btn fr-btn--secondary" routerLink="/employeurs">Trouver un employeur</a></li>
      </ul>
    </app-page>
  `,
})
export class NotFoundPage {}
