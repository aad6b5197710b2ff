import { Component, signal } from '@angular/core';
import { CheckGroup } from '../shared/ui/check-group';
import { Combobox, type ComboOption } from '../shared/ui/combobox';
import { RadioGroup } from '../shared/ui/radio-group';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import { fruits } from './samples';

@Component({
  selector: 'app-kit-fields',
  imports: [TextField, SelectField, Combobox, CheckGroup, RadioGroup],
  template: `
    <section aria-labelledby="kit-fields">
      <h2 id="kit-fields">Champs</h2>
      <div class="fr-grid-row fr-grid-row--gutters">
        <div class="fr-col-12 fr-col-md-6">
          <app-text-field label="Champ vide" hint="Une aide courte" [optional]="true" />
          <app-text-field label="Champ rempli" value="Une valeur" />
          <app-text-field label="Champ obligatoire" [required]="true" />
          <app-text-field label="Champ en erreur" value="abc" error="Écrivez un nombre de mètres, par exemple 12." />
          <app-text-field label="Date" kind="date" value="2026-03-01" />
          <app-text-field label="Texte long" kind="textarea" [rows]="3" value="Plusieurs lignes." />
        </div>
        <div class="fr-col-12 fr-col-md-6">
          <app-select-field label="Liste vide" [choices]="fruits" />
          <app-select-field label="Liste choisie" [choices]="fruits" value="figue" />
          <app-select-field label="Liste obligatoire" [choices]="fruits" [required]="true" />
          <app-select-field label="Liste en erreur" [choices]="fruits" error="Choisissez un fruit." />
          <app-combobox label="Autocomplétion" hint="Essayez « fr »" [search]="look" [(value)]="fruit" />
          <app-combobox label="Autocomplétion choisie" [search]="look" [value]="fruits[4] ?? null" />
          <app-combobox label="Autocomplétion sans fin" hint="La recherche ne répond jamais" [search]="never" />
          <app-combobox label="Autocomplétion en erreur" [search]="look" error="Choisissez une proposition de la liste." />
        </div>
      </div>
      <app-check-group legend="Cases à cocher" [choices]="few" [value]="['abricot']" />
      <app-check-group legend="Cases en erreur" [choices]="few" [inline]="true" error="Cochez au moins une case." />
      <app-radio-group legend="Boutons radio" [choices]="few" value="amande" />
      <app-radio-group legend="Boutons en erreur" [choices]="few" [inline]="true" error="Choisissez une réponse." />
    </section>
  `,
})
export class KitFields {
  protected readonly fruits = fruits;
  protected readonly few = fruits.slice(0, 3);
  protected readonly fruit = signal<ComboOption | null>(null);
  protected readonly never = (): Promise<readonly ComboOption[]> => new Promise(() => undefined);
  protected readonly look = (text: string): Promise<readonly ComboOption[]> => Promise.resolve(fruits.filter((f) => f.code.includes(text.toLowerCase())));
}
