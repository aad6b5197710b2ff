import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { ActivityInput, ActivityPartsFragment } from './generated/graphql';
import { CheckGroup } from '../shared/ui/check-group';
import { Combobox, type ComboOption } from '../shared/ui/combobox';
import { RadioGroup } from '../shared/ui/radio-group';
import { TextField } from '../shared/ui/text-field';
import { Market } from './market';
import { Picker } from './picker';

export type ActivityGiven = ActivityInput;

/** One activity: a sector, the services offered, and where; when it is new, several sectors of a family at once [marche/ACT-04]. */
@Component({
  selector: 'app-activity-form',
  imports: [Combobox, CheckGroup, RadioGroup, TextField, Picker],
  template: `
    <form class="app-panel app-panel--raised" aria-labelledby="activite" novalidate (submit)="save($event)">
      <h3 class="fr-h5" id="activite">{{ activity() ? 'Modifier l’activité' : 'Ajouter une activité' }}</h3>
      <app-combobox label="Secteur d’activité" hint="Par exemple nettoyage, traiteur, espaces verts" [required]="true" [search]="market.findSectors" [(value)]="sector" [error]="problems()['sector'] ?? ''" />
      @if (family().length) { <app-check-group legend="Ajouter aussi, aux mêmes conditions (facultatif)" hint="Secteurs de la même famille ; chacun devient une activité, que vous pourrez changer à part" [choices]="family()" [(value)]="also" [inline]="true" [small]="true" /> }
      <app-check-group legend="Type de prestation" [choices]="market.prestaTypes()" [(value)]="types" [error]="problems()['types'] ?? ''" />
      <app-radio-group legend="Périmètre d’intervention" [choices]="market.ranges()" [(value)]="range" [error]="problems()['range'] ?? ''" />
      @if (range() === 'CUSTOM') { <app-text-field label="Distance en kilomètres" hint="Autour de votre adresse" inputmode="numeric" [required]="true" [(value)]="distance" [error]="problems()['distance'] ?? ''" /> }
      @if (range() === 'ZONES') { <app-picker label="Zones" hint="Communes, départements ou régions" [search]="market.findPlaces" [(value)]="zones" [error]="problems()['zones'] ?? ''" /> }
      <div class="app-row">
        <button class="fr-btn" [disabled]="busy()">Enregistrer l’activité</button>
        <button type="button" class="fr-btn fr-btn--tertiary" (click)="closed.emit()">Renoncer</button>
      </div>
    </form>
  `,
})
export class ActivityForm {
  readonly activity = input.required<ActivityPartsFragment | null>();
  readonly busy = input(false);
  /** Codes of the sectors that have an activity already. */
  readonly taken = input<readonly string[]>([]);
  readonly saved = output<readonly ActivityGiven[]>();
  readonly closed = output<void>();
  protected readonly market = inject(Market);
  protected readonly sector = linkedSignal<ComboOption | null>(() => this.activity()?.sector ?? null);
  protected readonly family = computed(() => {
    const chosen = this.sector();
    if (this.activity() || !chosen) return [];
    return this.market.sectors().filter((s) => s.group === chosen.group && s.code !== chosen.code && !this.taken().includes(s.code));
  });
  protected readonly also = linkedSignal<ComboOption | null, readonly string[]>({ source: this.sector, computation: () => [] });
  protected readonly types = linkedSignal<readonly string[]>(() => this.activity()?.prestaTypes.map((t) => t.code) ?? []);
  protected readonly range = linkedSignal(() => this.activity()?.range ?? '');
  protected readonly distance = linkedSignal(() => (this.activity()?.distance ? String(this.activity()?.distance) : ''));
  protected readonly zones = linkedSignal<readonly ComboOption[]>(() => this.activity()?.zones ?? []);
  protected readonly problems = signal<Readonly<Record<string, string>>>({});
  private readonly kilometres = computed(() => (/^\d{1,4}$/.test(this.distance().trim()) ? Number(this.distance().trim()) : 0));

  protected save(event: Event): void {
    event.preventDefault();
    const problems: Record<string, string> = {};
    const sector = this.sector();
    if (!sector) problems['sector'] = 'Choisissez un secteur dans la liste.';
    if (!this.types().length) problems['types'] = 'Cochez au moins un type de prestation.';
    if (!this.range()) problems['range'] = 'Choisissez où vous intervenez.';
    if (this.range() === 'CUSTOM' && !this.kilometres()) problems['distance'] = 'Indiquez une distance en kilomètres, par exemple 50.';
    if (this.range() === 'ZONES' && !this.zones().length) problems['zones'] = 'Choisissez au moins une zone.';
    this.problems.set(problems);
    if (!sector || Object.keys(problems).length) return;
    const conditions = {
      prestaTypes: [...this.types()], range: this.range(),
      distance: this.range() === 'CUSTOM' ? this.kilometres() : null,
      zones: this.range() === 'ZONES' ? this.zones().map((z) => z.code) : null,
    };
    this.saved.emit([sector.code, ...this.also()].map((code) => ({ sector: code, ...conditions })));
  }
}
