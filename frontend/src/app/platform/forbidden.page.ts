import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../shared/session/session';
import { Page } from '../shared/ui/page';

@Component({
  selector: 'app-forbidden',
  imports: [RouterLink, Page],
  template: `
    <app-page heading="Page réservée">
      <p class="fr-text--lead">Votre rôle dans l’organisation actuelle ne donne pas accès à cette page.</p>
      <ul class="fr-btns-group fr-btns-group--inline-md">
        <li><a class="fr-btn" routerLink="/">Revenir à l’accueil</a></li>
        @if (session.me().memberships.length > 1) { <li><a class="fr-btn fr-btn--secondary" routerLink="/organisation">Changer d’organisation</a></li> }
      </ul>
    </app-page>
  `,
})
export class ForbiddenPage {
  protected readonly session = inject(Session);
}
