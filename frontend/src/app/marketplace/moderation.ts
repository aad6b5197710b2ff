import { Component, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { MatchNeedDocument, NeedMatchesDocument, type NeedPartsFragment, RejectNeedDocument, SendBackNeedDocument, ValidateNeedDocument } from './generated/graphql';
import { Gql, gqlResource } from '../shared/graphql/gql';
import { Alert } from '../shared/ui/alert';
import { CheckGroup } from '../shared/ui/check-group';
import type { ComboOption } from '../shared/ui/combobox';
import { Confirm } from '../shared/ui/confirm';
import { Failure } from '../shared/ui/failure';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import { isCommune, Market } from './market';
import { type Acted, NeedAct } from './need-act';
import { NeedAmount } from './need-amount';
import { Picker } from './picker';
import { TargetedSuppliers } from './targeted-suppliers';

type Question = 'validate' | 'sendBack' | 'reject' | null;

/** The team's side of a need: complete it, see whom it reaches, then let it go, send it back or reject it. */
@Component({ selector: 'app-moderation', imports: [Alert, Confirm, Failure, Picker, CheckGroup, SelectField, TextField, ResourceState, NeedAmount, TargetedSuppliers], templateUrl: './moderation.html' })
export class Moderation {
  readonly need = input.required<NeedPartsFragment>();
  readonly changed = output<Acted>();
  private readonly gql = inject(Gql);
  protected readonly market = inject(Market);
  protected readonly act = new NeedAct((acted) => this.changed.emit(acted));
  private readonly question = viewChild.required(Confirm);

  protected readonly sectors = linkedSignal<readonly ComboOption[]>(() => this.need().sectors);
  protected readonly prestaTypes = linkedSignal<readonly string[]>(() => this.need().prestaTypes.map((t) => t.code));
  protected readonly kinds = linkedSignal<readonly string[]>(() => this.need().supplierKinds);
  /** Before anything is kept, the need's own place: without a perimeter nothing would bound the search. */
  protected readonly perimeters = linkedSignal<readonly ComboOption[]>(() => {
    const { perimeters, place, counts } = this.need();
    return perimeters.length || counts?.matched || !place ? perimeters : [place];
  });
  protected readonly distance = linkedSignal(() => (this.need().distance ? String(this.need().distance) : ''));
  protected readonly country = linkedSignal<readonly string[]>(() => (this.need().includeCountry ? ['country'] : []));
  protected readonly distances = ['10', '25', '50', '100', '200'].map((code) => ({ code, label: `${code} km` }));
  protected readonly aroundCity = computed(() => !this.need().wholeFrance && isCommune(this.need().place?.code));

  private readonly given = computed(() => ({
    sectors: this.sectors().map((s) => s.code),
    prestaTypes: [...this.prestaTypes()],
    supplierKinds: [...this.kinds()],
    perimeters: this.perimeters().map((p) => p.code),
    distance: this.aroundCity() && this.distance() ? Number(this.distance()) : null,
    includeCountry: this.country().length > 0,
  }));
  protected readonly open = computed(() => this.may('matchNeed'));
  protected readonly preview = gqlResource(NeedMatchesDocument, () => (this.open() ? { id: this.need().id, input: this.given() } : undefined));
  protected readonly matches = computed(() => (this.preview.hasValue() ? this.preview.value().needMatches : null));
  private readonly touched = computed(() => {
    const n = this.need();
    const saved = { sectors: n.sectors.map((s) => s.code), prestaTypes: n.prestaTypes.map((t) => t.code), supplierKinds: n.supplierKinds, perimeters: n.perimeters.map((p) => p.code), distance: n.distance || null, includeCountry: n.includeCountry };
    return JSON.stringify(saved) !== JSON.stringify(this.given());
  });
  /** Why validating is not offered yet. */
  protected readonly notYet = computed(() => {
    if (!this.sectors().length) return 'Les secteurs d’activité doivent être renseignés avant de valider le besoin.';
    if (this.touched() || !this.need().counts?.matched) return 'Enregistrez d’abord la liste des structures ciblées.';
    return '';
  });

  protected readonly asked = signal<Question>(null);
  protected readonly word = signal('');
  protected readonly wordMissing = signal('');

  protected may(action: string): boolean {
    return this.need().actions.includes(action);
  }

  protected match(event: Event): Promise<boolean> {
    event.preventDefault();
    const input = this.given();
    return this.act.run('Structures ciblées enregistrées', input, async (command) => (await this.gql.run(MatchNeedDocument, { id: this.need().id, input, command })).matchNeed);
  }

  protected ask(question: Question): void {
    // What was written to ask for a change is not a reason to reject.
    if (question !== this.asked()) this.word.set('');
    this.asked.set(question);
    this.wordMissing.set('');
    this.question().open();
  }

  protected async confirmed(): Promise<void> {
    const id = this.need().id;
    const text = this.word().trim();
    const asked = this.asked();
    if (asked !== 'validate' && !text) return this.wordMissing.set('Écrivez à l’acheteur ce qui ne va pas.');
    if (asked === 'validate') await this.act.run('Besoin validé', id, async (command) => (await this.gql.run(ValidateNeedDocument, { id, command })).validateNeed);
    if (asked === 'sendBack') await this.act.run('Modification demandée', text, async (command) => (await this.gql.run(SendBackNeedDocument, { id, message: text, command })).sendBackNeed);
    if (asked === 'reject') await this.act.run('Besoin rejeté', text, async (command) => (await this.gql.run(RejectNeedDocument, { id, reason: text, command })).rejectNeed);
    this.question().close();
  }
}
