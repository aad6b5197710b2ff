import { Component, computed, inject, input, model } from '@angular/core';
import type { GqlError } from '../shared/graphql/errors';
import { Labels } from '../shared/labels';
import { CheckGroup } from '../shared/ui/check-group';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import type { ContractDraft } from './contract-draft';

const TYPES = ['APPRENTICESHIP', 'PROFESSIONAL_TRAINING', 'OTHER'];
const INVERTED = { code: 'inverse', label: 'Contrat réalisé dans le cadre d’une VAE inversée' };

/** What a GEIQ, and no other company, says of the contract [emplois/ACP-5]. */
@Component({
  selector: 'app-geiq-contract',
  imports: [CheckGroup, SelectField, TextField],
  template: `
    <app-select-field label="Type de contrat" [choices]="types()" [value]="draft().type" (valueChange)="set({ type: $event })" [required]="true" [error]="error('type')" />
    @if (draft().type === 'OTHER') {
      <app-text-field label="Précisions sur le type de contrat" [value]="draft().details" (valueChange)="set({ details: $event })" [required]="true" [error]="error('details')" />
    }
    @if (draft().type === 'PROFESSIONAL_TRAINING') {
      <app-check-group legend="VAE inversée" [choices]="[inverted]" [value]="draft().invertedVae ? [inverted.code] : []" (valueChange)="set({ invertedVae: $event.length > 0 })" />
    }
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-12 fr-col-sm-6"><app-text-field label="Heures par semaine" hint="De 1 à 48" inputmode="numeric" [value]="draft().weeklyHours" (valueChange)="set({ weeklyHours: $event })" [required]="true" [error]="error('weeklyHours')" /></div>
      <div class="fr-col-12 fr-col-sm-6"><app-text-field label="Heures de formation prévues" hint="0 s’il n’y en a pas" inputmode="numeric" [value]="draft().trainingHours" (valueChange)="set({ trainingHours: $event })" [required]="true" [error]="error('trainingHours')" /></div>
      <div class="fr-col-12 fr-col-sm-6"><app-select-field label="Type de qualification visé" [choices]="labels.qualifications()" [value]="draft().qualification" (valueChange)="set({ qualification: $event })" [required]="true" [error]="error('qualification')" /></div>
      <div class="fr-col-12 fr-col-sm-6"><app-select-field label="Niveau de qualification visé" [choices]="labels.qualificationLevels()" [value]="draft().level" (valueChange)="set({ level: $event })" [required]="true" [error]="error('level')" /></div>
    </div>
  `,
})
export class GeiqContract {
  protected readonly labels = inject(Labels);
  readonly draft = model.required<ContractDraft>();
  readonly problem = input<GqlError | null>(null);
  protected readonly inverted = INVERTED;
  protected readonly types = computed(() => TYPES.flatMap((code) => this.labels.contractTypes().filter((type) => type.code === code)));

  protected set(change: Partial<ContractDraft>): void {
    this.draft.update((now) => ({ ...now, ...change }));
  }

  protected error(field: string): string {
    return this.problem()?.field(`contract.${field}`) ?? '';
  }
}
