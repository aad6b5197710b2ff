import { Component, resource } from '@angular/core';
import { Alert } from '../shared/ui/alert';
import { Badge } from '../shared/ui/badge';
import { Checks } from '../shared/ui/checks';
import { Download } from '../shared/ui/download';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { Loading } from '../shared/ui/loading';
import { LiveNote } from '../shared/ui/live-note';
import { ResourceState } from '../shared/ui/resource-state';
import { rules } from './samples';

@Component({
  selector: 'app-kit-messages',
  imports: [Alert, Badge, Checks, Download, Empty, Failure, Loading, LiveNote, ResourceState],
  template: `
    <section class="fr-mt-4w" aria-labelledby="kit-messages">
      <h2 id="kit-messages">Messages, états, fichiers</h2>
      @for (kind of kinds; track kind) { <app-alert [kind]="kind" [heading]="'Alerte ' + kind"><p>Ce qui se passe et ce qu’on peut faire.</p></app-alert> }
      <app-alert kind="info"><p>Une alerte sans titre.</p></app-alert>
      <p class="app-row">
        <app-badge>neutre</app-badge><app-badge tone="new">nouveau</app-badge><app-badge tone="info">en cours</app-badge><app-badge tone="success">fait</app-badge>
        <app-badge tone="warning">à revoir</app-badge><app-badge tone="error">refusé</app-badge>
      </p>
      <div><app-live-note [changes]="1" /></div>
      <app-empty heading="Rien pour l’instant"><p class="fr-mb-0">Ce qui viendrait ici, et comment le faire venir.</p></app-empty>
      <app-loading />
      <app-resource-state [of]="broken" />
      <app-failure [error]="problem" />
      <app-checks [checks]="rules" />
      <app-download label="Télécharger le modèle" detail="SVG – 1 ko" href="/favicon.svg" />
      <app-download label="Exporter en CSV" detail="CSV – 1 ko" fileName="exemple.csv" [produce]="file" />
      <app-download label="Fichier qui se fait attendre" [produce]="never" />
      <app-download label="Fichier qui échoue" [produce]="fail" />
    </section>
  `,
})
export class KitMessages {
  protected readonly kinds = ['info', 'success', 'warning', 'error'] as const;
  protected readonly rules = rules;
  protected readonly broken = resource({ loader: () => Promise.reject(new Error('Le port ne répond pas. Réessayez dans un instant.')) });
  protected readonly problem = {
    message: 'Ce bateau ne peut pas partir.', checks: rules,
    fields: [{ field: 'a', code: 'a', message: 'Indiquez le port de départ.' }, { field: 'b', code: 'b', message: 'Indiquez le jour du départ.' }],
  };
  protected readonly file = (): Blob => new Blob(['a;b\r\n1;2\r\n'], { type: 'text/csv' });
  protected readonly never = (): Promise<Blob> => new Promise(() => undefined);
  protected readonly fail = (): Promise<Blob> => Promise.reject(new Error('exemple'));
}
