import { Component, input } from '@angular/core';
import type { FilePartsFragment } from '../shared/graphql/generated/graphql';
import { DayPipe, MomentPipe } from '../shared/format';
import { fieldLabel, nirReasons, titles, franceTravailReasons, labelIn } from './words';

/** What is known of a person, and every change made to it. */
@Component({
  selector: 'app-file-view',
  imports: [DayPipe, MomentPipe],
  template: `
    <dl class="app-facts">
      <dt>Civilité</dt><dd>{{ label(titles, file().title) }}</dd>
      <dt>Nom</dt><dd>{{ file().lastName }}</dd>
      <dt>Prénom</dt><dd>{{ file().firstName }}</dd>
      <dt>Date de naissance</dt><dd>{{ (file().birthDate | day) || 'Non renseignée' }}</dd>
      <dt>Numéro de sécurité sociale</dt><dd>{{ file().nir || label(nirReasons, file().nirReason) }}</dd>
      <dt>Identifiant France Travail</dt><dd>{{ file().franceTravailId || label(franceTravailReasons, file().franceTravailReason) }}</dd>
      <dt>Adresse e-mail</dt><dd>{{ file().email || 'Non renseignée' }}</dd>
      <dt>Téléphone</dt><dd>{{ file().phone || 'Non renseigné' }}</dd>
      <dt>Adresse</dt><dd>{{ file().address || 'Non renseignée' }} @if (file().postCode || file().city) { <br />{{ file().postCode }} {{ file().city }} }</dd>
    </dl>
    @if (file().history.length) {
      <details class="app-details fr-mt-2w">
        <summary>Changements apportés à ces données ({{ file().history.length }})</summary>
        <ul>
          @for (change of file().history; track $index) {
            <li>{{ change.at | moment }}, {{ change.by }} : {{ names(change.fields) }}</li>
          }
        </ul>
      </details>
    }
  `,
})
export class FileView {
  readonly file = input.required<FilePartsFragment>();
  protected readonly titles = titles;
  protected readonly nirReasons = nirReasons;
  protected readonly franceTravailReasons = franceTravailReasons;
  protected readonly label = labelIn;
  protected readonly names = (fields: readonly string[]) => fields.map(fieldLabel).join(', ');
}
