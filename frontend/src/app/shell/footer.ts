import { Component, DOCUMENT, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { teamEmailOf } from '../shared/team-email';
import { brandOf } from './brand';

@Component({
  selector: 'app-footer',
  imports: [RouterLink],
  template: `
    <footer class="fr-footer fr-mt-6w" id="pied">
      <div class="fr-container">
        <div class="fr-footer__body">
          @if (state) {
            <div class="fr-footer__brand"><p class="fr-logo">République<br />Française</p></div>
          } @else {
            <div class="fr-footer__brand"><p class="fr-text--lead fr-text--bold fr-mb-0">Plateforme de l’inclusion</p></div>
          }
          <div class="fr-footer__content">
            <p class="fr-footer__content-desc">
              La Plateforme de l’inclusion réunit les candidats éloignés de l’emploi, les professionnels qui les accompagnent, les employeurs solidaires et celles et ceux qui
              contrôlent et mesurent la politique de l’insertion par l’activité économique.
            </p>
          </div>
        </div>
        <div class="fr-footer__bottom">
          <ul class="fr-footer__bottom-list">
            <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" routerLink="/accessibilite">Accessibilité : non auditée</a></li>
            <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" routerLink="/sources">Sources et licences</a></li>
            <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" routerLink="/chiffres">Chiffres</a></li>
            <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" routerLink="/employeurs">Trouver un employeur</a></li>
            <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" routerLink="/fournisseurs">Trouver un fournisseur</a></li>
            @if (team) { <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="mailto:{{ team }}">Écrire à l’équipe</a></li> }
          </ul>
        </div>
      </div>
    </footer>
  `,
})
export class SiteFooter {
  private readonly document = inject(DOCUMENT);
  protected readonly state = brandOf(this.document) === 'state';
  protected readonly team = teamEmailOf(this.document);
}
