import { Component, computed, inject, input, output, signal } from '@angular/core';
import { GiveNeedContactDocument, type NeedPartsFragment } from './generated/graphql';
import { Gql } from '../shared/graphql/gql';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Failure } from '../shared/ui/failure';
import { TextField } from '../shared/ui/text-field';
import { type Acted, NeedAct } from './need-act';

/** A need whose contact was erased with the account that had given it: what that means, and where a colleague gives another. */
@Component({
  selector: 'app-need-contact',
  imports: [Alert, Failure, TextField],
  template: `
    <app-alert kind="warning" heading="Ce besoin n’a plus de coordonnées"><p>La personne qui les avait données n’a plus de compte : elles sont effacées, sa description du besoin aussi. {{ next() }}</p></app-alert>
    @if (giving()) {
      <section class="app-panel app-panel--raised fr-mb-2w" aria-labelledby="autres-coordonnees">
        <h2 class="fr-h6" id="autres-coordonnees">Donner d’autres coordonnées</h2>
        <app-failure [error]="act.failure()" heading="Les coordonnées n’ont pas pu être enregistrées" />
        <form novalidate (submit)="give($event)">
          <p>Les fournisseurs intéressés les verront avec votre nom.</p>
          @if (by('EMAIL')) { <app-text-field label="Adresse e-mail" hint="Format attendu : nom@domaine.fr" kind="email" autocomplete="email" [required]="true" [(value)]="email" [error]="problem('email')" /> }
          @if (by('TEL')) { <app-text-field label="Téléphone" kind="tel" autocomplete="tel" [required]="true" [(value)]="phone" [error]="problem('phone')" /> }
          @if (tender() || by('EXTERN')) { <app-text-field [label]="tender() ? 'Lien vers l’appel d’offres' : 'Lien à partager'" hint="Adresse complète, par exemple https://achats.exemple.fr" inputmode="url" [required]="true" [(value)]="link" [error]="problem('link')" /> }
          <button class="fr-btn" [disabled]="act.busy()">Enregistrer ces coordonnées</button>
        </form>
      </section>
    }
  `,
})
export class NeedContact {
  readonly need = input.required<NeedPartsFragment>();
  readonly changed = output<Acted>();
  private readonly gql = inject(Gql);
  private readonly session = inject(Session);
  protected readonly act = new NeedAct((acted) => this.changed.emit(acted));

  protected readonly giving = computed(() => this.need().actions.includes('giveNeedContact'));
  protected readonly tender = computed(() => this.need().kind === 'TENDER');
  protected readonly next = computed(() => {
    if (this.giving()) return 'Les fournisseurs ne peuvent plus vous joindre tant que vous n’en donnez pas d’autres.';
    const { status } = this.need();
    if (status === 'draft') return 'Complétez le brouillon avant de le publier.';
    if (status === 'submitted' || status === 'validated') return 'Les fournisseurs ne peuvent plus joindre l’acheteur tant que son organisation n’en donne pas d’autres.';
    return 'Ce besoin ne reçoit plus de réponse : il n’est plus utile d’en donner d’autres.';
  });
  protected readonly email = signal(this.session.account()?.email ?? '');
  protected readonly phone = signal('');
  protected readonly link = signal('');

  protected by(kind: string): boolean {
    return this.need().responseKinds.includes(kind);
  }

  protected problem(field: string): string {
    return this.act.failure()?.field(field) ?? '';
  }

  /** What the form does not show is not sent. */
  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const given = (shown: boolean, text: string): string | null => (shown ? text.trim() || null : null);
    const input = { email: given(this.by('EMAIL'), this.email()), phone: given(this.by('TEL'), this.phone()), link: given(this.tender() || this.by('EXTERN'), this.link()) };
    await this.act.run('Coordonnées enregistrées', input, async (command) => (await this.gql.run(GiveNeedContactDocument, { id: this.need().id, input, command })).giveNeedContact);
  }
}
