import { Component, inject, input, signal } from '@angular/core';
import { Announcer } from '../shared/ui/announcer';

/** The address of a published need, which its buyer may give to anybody [marche/VIS-01]. */
@Component({
  selector: 'app-need-address',
  template: `
    <p class="fr-mb-1w">Ce besoin est public : toute personne qui a son adresse peut le lire, sans vos coordonnées.</p>
    <button type="button" class="fr-btn fr-btn--sm fr-btn--secondary fr-icon-links-line fr-btn--icon-left" (click)="copy()">Copier l’adresse du besoin</button>
    <p class="fr-text--sm fr-mt-1w fr-mb-2w">{{ said() }}</p>
  `,
})
export class NeedAddress {
  readonly id = input.required<string>();
  private readonly announcer = inject(Announcer);
  protected readonly said = signal('');

  protected async copy(): Promise<void> {
    const words = await navigator.clipboard.writeText(`${location.origin}/besoins/${this.id()}`).then(() => 'Adresse copiée', () => 'La copie a été refusée par le navigateur : copiez l’adresse affichée en haut de sa fenêtre.');
    this.said.set(words);
    this.announcer.say(words);
  }
}
