import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NeedPartsFragment } from './generated/graphql';
import { Session } from '../shared/session/session';
import { teamEmailOf } from '../shared/team-email';
import { interestLabel, othersBefore } from './how-to-answer';

/** Beside a published need, for whoever reads it as anybody may: what would let them answer it [marche/VIS-04]. */
@Component({
  selector: 'app-need-public',
  imports: [RouterLink],
  template: `
    <section class="app-panel app-panel--raised" aria-labelledby="reponse">
      @switch (standing()) {
        @case ('closed') {
          <h2 class="fr-h5" id="reponse">Ce besoin est clôturé</h2>
          <p class="fr-mb-0">Il n’est plus possible d’y répondre.</p>
        }
        @case ('visitor') {
          <h2 class="fr-h5" id="reponse">Connectez-vous pour répondre</h2>
          <p class="fr-text--bold">{{ others() }}</p>
          <p>Ce besoin s’adresse aux fournisseurs inclusifs. Utilisez le compte de votre structure : vous reviendrez sur cette page.</p>
          <a class="fr-btn" routerLink="/connexion" [queryParams]="comeBack()">{{ interest() }}</a>
        }
        @case ('alone') {
          <h2 class="fr-h5" id="reponse">Faites-vous rattacher à une structure pour répondre</h2>
          <p class="fr-mb-0">Votre compte n’est rattaché à aucune structure. Demandez à l’équipe de la plateforme de l’ajouter à la vôtre, puis revenez sur cette page.</p>
          @if (team) { <p class="fr-mt-2w fr-mb-0"><a class="fr-link" href="mailto:{{ team }}">Écrire à l’équipe</a></p> }
        }
        @case ('not-listed') {
          <h2 class="fr-h5" id="reponse">Votre structure n’est pas dans l’annuaire</h2>
          <p>Seuls les fournisseurs présents dans l’annuaire répondent aux besoins. Votre fiche dit pourquoi vous n’y êtes pas.</p>
          <a class="fr-btn" routerLink="/mon-offre">Voir ma fiche fournisseur</a>
        }
        @default {
          <h2 class="fr-h5" id="reponse">Ce besoin s’adresse aux fournisseurs inclusifs</h2>
          @if (sellsElsewhere()) {
            <p>Pour y répondre, agissez pour l’une de vos structures qui vend ses services.</p>
            <a class="fr-btn" routerLink="/organisation" [queryParams]="comeBack()">Changer d’organisation</a>
          } @else {
            <p class="fr-mb-0">Votre organisation n’y répond pas. Pour en savoir plus sur ce besoin, contactez l’équipe de la plateforme.</p>
            @if (team) { <p class="fr-mt-2w fr-mb-0"><a class="fr-link" href="mailto:{{ team }}">Écrire à l’équipe</a></p> }
          }
        }
      }
    </section>
  `,
})
export class NeedPublic {
  readonly need = input.required<NeedPartsFragment>();
  private readonly session = inject(Session);
  protected readonly team = teamEmailOf(inject(DOCUMENT));
  protected readonly standing = computed(() => {
    const why = this.need().contactHidden;
    return why === 'sign-in' ? (this.session.signedIn() ? 'alone' : 'visitor') : why;
  });
  protected readonly sellsElsewhere = computed(() => this.session.me().memberships.some(({ role }) => role === 'supplier' || role === 'employer'));
  protected readonly comeBack = computed(() => ({ suite: `/besoins/${this.need().id}` }));
  protected readonly interest = computed(() => interestLabel(this.need()));
  protected readonly others = computed(() => othersBefore(this.need()));
}
