import { Component, computed, inject, input } from '@angular/core';
import type { NeedPartsFragment } from './generated/graphql';
import { DayPipe } from '../shared/format';
import { Market } from './market';

/** What is wanted, where, when and for how much. */
@Component({
  selector: 'app-need-facts',
  imports: [DayPipe],
  template: `
    <h2 class="fr-h5">Le besoin</h2>
    @if (need().description || need().status === 'draft') { <p class="app-message fr-mb-3w">{{ need().description }}</p> } @else { <p class="app-muted fr-mb-3w">La description de ce besoin n’est plus disponible.</p> }
    <dl class="app-facts">
      <dt>Acheteur</dt><dd>@if (need().buyer; as buyer) { {{ buyer.name }} <span class="app-muted">({{ buyer.kindLabel }})</span> } @else { Acheteur anonyme }</dd>
      <dt>Secteurs d’activité</dt><dd>@for (sector of need().sectors; track sector.code) { {{ sector.label }}{{ $last ? '' : ' ; ' }} } @empty { À préciser par l’équipe }</dd>
      @if (need().prestaTypes.length) { <dt>Type de prestation</dt><dd>@for (type of need().prestaTypes; track type.code) { {{ type.label }}{{ $last ? '' : ', ' }} }</dd> }
      <dt>Lieu d’intervention</dt><dd>{{ need().placeLabel }}</dd>
      <dt>Date de clôture</dt><dd>{{ need().deadline | day }}</dd>
      @if (need().startsOn) { <dt>Date de début</dt><dd>{{ need().startsOn | day }}</dd> }
      @if (need().amountLabel; as amount) {
        <dt>Budget</dt>
        <dd>
          {{ amount }} @if (need().counts) { <span class="app-muted">({{ need().shareAmount ? 'montré aux fournisseurs' : 'non montré aux fournisseurs' }})</span> }
          @if (need().outOfBracket) { <br /><span class="fr-text--sm">L’équipe a indiqué ce montant ; la tranche donnée était : {{ need().amount?.label }}. Le montant exact l’emporte.</span> }
        </dd>
      }
      @if (responses()) { <dt>Réponse attendue par</dt><dd>{{ responses() }}</dd> }
    </dl>
    @if (asking() && need().questions.length) {
      <h3 class="fr-h6 fr-mt-3w">Questions aux fournisseurs</h3>
      <ol>@for (question of need().questions; track $index) { <li>{{ question }}</li> }</ol>
    }
  `,
})
export class NeedFacts {
  readonly need = input.required<NeedPartsFragment>();
  /** A supplier reads the questions where it answers them. */
  readonly asking = input(true);
  private readonly market = inject(Market);
  protected readonly responses = computed(() => this.need().responseKinds.map((code) => this.market.responseKinds().find((k) => k.code === code)?.label ?? code).join(', '));
}
