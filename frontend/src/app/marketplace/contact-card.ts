import { Component, input } from '@angular/core';
import type { ContactPartsFragment } from './generated/graphql';

/** Who to call or write to. */
@Component({
  selector: 'app-contact-card',
  template: `
    <dl class="app-facts">
      @if (contact().name) { <dt>Contact</dt><dd>{{ contact().name }}</dd> }
      @if (contact().company) { <dt>Organisation</dt><dd>{{ contact().company }}</dd> }
      @if (contact().email; as email) { <dt>Adresse e-mail</dt><dd><a class="fr-link" [href]="'mailto:' + email">{{ email }}</a></dd> }
      @if (contact().phone; as phone) { <dt>Téléphone</dt><dd><a class="fr-link" [href]="'tel:' + phone.replaceAll(' ', '')">{{ phone }}</a></dd> }
      @if (contact().link; as link) { <dt>Lien</dt><dd><a class="fr-link" [href]="link" target="_blank" rel="noopener noreferrer" [title]="linkLabel() + ' – nouvelle fenêtre'">{{ linkLabel() }}</a></dd> }
    </dl>
  `,
})
export class ContactCard {
  readonly contact = input.required<ContactPartsFragment>();
  readonly linkLabel = input('Lien partagé');
}
