import { Component, inject } from '@angular/core';
import { DOCUMENT } from '@angular/common';

@Component({
  selector: 'app-skip-links',
  template: `
    <div class="fr-skiplinks">
      <nav class="fr-container" aria-label="Accès rapide">
        <ul class="fr-skiplinks__list">
          <li><a class="fr-link" href="#contenu" (click)="go($event, 'contenu')">Contenu</a></li>
          <li><a class="fr-link" href="#menu" (click)="go($event, 'menu')">Menu</a></li>
          <li><a class="fr-link" href="#pied" (click)="go($event, 'pied')">Pied de page</a></li>
        </ul>
      </nav>
    </div>
  `,
})
export class SkipLinks {
  private readonly document = inject(DOCUMENT);

  protected go(event: Event, id: string): void {
    event.preventDefault();
    const target = this.document.getElementById(id);
    target?.setAttribute('tabindex', '-1');
    target?.focus();
  }
}
