import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, required, submit, validate } from '@angular/forms/signals';
import type { CandidateInput, FilePartsFragment } from '../shared/graphql/generated/graphql';
import type { GqlError } from '../shared/graphql/errors';
import { Labels } from '../shared/labels';
import { Combobox, type ComboOption } from '../shared/ui/combobox';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import { franceTravailReasons, nirProblem, nirReasons, tidyNir, titles } from './words';

export interface CandidateDraft {
  title: string; firstName: string; lastName: string; birthDate: string; nir: string; nirReason: string; franceTravailId: string; franceTravailReason: string;
  email: string; phone: string; address: string; postCode: string;
}

export const emptyDraft: CandidateDraft = {
  title: '', firstName: '', lastName: '', birthDate: '', nir: '', nirReason: '', franceTravailId: '', franceTravailReason: '', email: '', phone: '', address: '', postCode: '',
};

export const draftOf = (file: FilePartsFragment): CandidateDraft => ({
  title: file.title ?? '', firstName: file.firstName, lastName: file.lastName, birthDate: file.birthDate ?? '', nir: file.nir ?? '', nirReason: file.nirReason ?? '',
  franceTravailId: file.franceTravailId ?? '', franceTravailReason: file.franceTravailReason ?? '', email: file.email ?? '', phone: file.phone ?? '', address: file.address ?? '', postCode: file.postCode ?? '',
});

/** The identity form of a candidate: what can be known at once is checked here, the rest comes back from the server beside each field. */
@Component({ selector: 'app-candidate-form', imports: [TextField, SelectField, Combobox, FormField], templateUrl: './candidate-form.html' })
export class CandidateForm {
  readonly start = input<CandidateDraft>(emptyDraft);
  readonly startCommune = input<ComboOption | null>(null);
  readonly lockNir = input(false);
  readonly error = input<GqlError | null>(null);
  readonly busy = input(false);
  readonly action = input('Enregistrer');
  readonly saved = output<CandidateInput>();

  protected readonly labels = inject(Labels);
  protected readonly titles = titles;
  protected readonly nirReasons = nirReasons;
  protected readonly franceTravailReasons = franceTravailReasons;
  protected readonly commune = linkedSignal<ComboOption | null>(() => this.startCommune());
  protected readonly model = linkedSignal<CandidateDraft>(() => ({ ...this.start() }));
  protected readonly fields = form(this.model, (path) => {
    required(path.title, { message: 'Choisissez la civilité.' });
    required(path.firstName, { message: 'Indiquez le prénom.' });
    required(path.lastName, { message: 'Indiquez le nom.' });
    required(path.birthDate, { message: 'Indiquez la date de naissance.' });
    required(path.address, { message: 'Indiquez l’adresse : le numéro et la voie.' });
    required(path.postCode, { message: 'Indiquez le code postal.' });
    validate(path.nir, ({ value, valueOf }) => {
      if (!value()) return valueOf(path.nirReason) ? null : { kind: 'nir', message: 'Indiquez le numéro de sécurité sociale, ou le motif de son absence.' };
      const problem = nirProblem(value());
      return problem ? { kind: 'nir', message: problem } : null;
    });
    validate(path.franceTravailId, ({ value, valueOf }) => {
      if (!value()) return valueOf(path.franceTravailReason) ? null : { kind: 'ft', message: 'Indiquez l’identifiant France Travail, ou le motif de son absence.' };
      return /^(\d{7}[0-9A-Za-z]|\d{11})$/.test(value().trim()) ? null : { kind: 'ft', message: 'L’identifiant comporte 7 chiffres suivis d’un caractère, ou 11 chiffres.' };
    });
  });
  private readonly asked = signal(false);
  protected readonly communeError = computed(() =>
    this.asked() && !this.commune() ? 'Choisissez la commune dans la liste proposée.' : this.server()('insee') || this.server()('city'),
  );
  protected readonly server = computed(() => (name: string) => this.error()?.field(name) ?? '');

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.asked.set(true);
    const valid = await submit(this.fields, async () => {
      if (this.commune()) this.saved.emit(this.input());
    });
    if (!valid || !this.commune()) setTimeout(() => document.querySelector<HTMLElement>('app-candidate-form [aria-invalid="true"]')?.focus());
  }

  private input(): CandidateInput {
    const d = this.model();
    const nir = tidyNir(d.nir);
    return {
      title: d.title, firstName: d.firstName.trim(), lastName: d.lastName.trim(), birthDate: d.birthDate,
      nir: nir || null, nirReason: nir ? null : d.nirReason || null,
      franceTravailId: d.franceTravailId.trim() || null, franceTravailReason: d.franceTravailId ? null : d.franceTravailReason || null,
      email: d.email.trim() || null, phone: d.phone.trim() || null, address: d.address.trim() || null, postCode: d.postCode.trim() || null,
      insee: this.commune()?.code ?? null, city: this.commune()?.label.replace(/ \(.*\)$/, '') ?? null,
    };
  }
}
