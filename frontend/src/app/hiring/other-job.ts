import { Component, inject, input, model } from '@angular/core';
import { Labels } from '../shared/labels';
import { Combobox, type ComboOption } from '../shared/ui/combobox';

const plain = (text: string): string => text.replaceAll('’', "'").normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const MOST = 10;

/** « Autre métier »: a job of the ROME nomenclature, and where the work is [emplois/ACP-4]. */
@Component({
  selector: 'app-other-job',
  imports: [Combobox],
  template: `
    <app-combobox label="Métier" hint="Saisissez un métier ou un code ROME, puis choisissez dans la liste" [search]="findJob" [(value)]="job" [required]="true" [error]="jobError()" />
    <app-combobox label="Commune du lieu de travail" hint="Nom ou code postal, par exemple Rennes ou 35000" [search]="labels.communes" [(value)]="place" [required]="true" [error]="placeError()" />
  `,
})
export class OtherJob {
  protected readonly labels = inject(Labels);
  readonly job = model<ComboOption | null>(null);
  readonly place = model<ComboOption | null>(null);
  readonly jobError = input('');
  readonly placeError = input('');

  /** Each word typed begins a word of the job, or is its code. */
  protected readonly findJob = (typed: string): Promise<readonly ComboOption[]> => {
    const words = plain(typed).split(/\s+/).filter(Boolean);
    const fits = (known: readonly string[]) => words.every((word) => known.some((one) => one.startsWith(word)));
    const found = this.labels.rome().filter(({ code, label }) => fits([...plain(label).split(/[^\p{L}]+/u), plain(code)]));
    return Promise.resolve(found.slice(0, MOST).map(({ code, label }) => ({ code, label, detail: code })));
  };
}
