import { afterNextRender, Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { DayPipe } from '../shared/format';
import { Session } from '../shared/session/session';
import { Market } from './market';
import { type NeedDraft, inputOf } from './need-draft';

/** A need as the suppliers it is sent to will read it, before it is sent. */
@Component({
  selector: 'app-need-preview',
  imports: [DayPipe],
  template: `
    <section class="app-panel app-panel--raised" aria-labelledby="apercu">
      <h2 class="fr-h4" #heading id="apercu" tabindex="-1">Ce que verront les fournisseurs</h2>
      <h3 class="fr-h5">{{ need().title }}</h3>
      <p class="app-muted">{{ kind() }} · à répondre jusqu’au {{ need().deadline | day }}</p>
      <p class="app-message fr-mb-3w">{{ need().description }}</p>
      <dl class="app-facts">
        <dt>Acheteur</dt><dd>{{ need().anonymous ? 'Acheteur anonyme' : buyer() }}</dd>
        <dt>Secteurs d’activité</dt><dd>{{ sectors() || 'À préciser par l’équipe' }}</dd>
        <dt>Lieu d’intervention</dt><dd>{{ need().wholeFrance ? 'France entière' : draft().place?.label }}</dd>
        @if (need().startsOn) { <dt>Date de début</dt><dd>{{ need().startsOn | day }}</dd> }
        @if (need().shareAmount) { <dt>Budget</dt><dd>{{ amount() }}</dd> }
        @if (responses()) { <dt>Réponse attendue par</dt><dd>{{ responses() }}</dd> }
      </dl>
      @if (need().questions?.length) {
        <h3 class="fr-h6 fr-mt-3w">Questions aux fournisseurs</h3>
        <ol>@for (question of need().questions; track $index) { <li>{{ question }}</li> }</ol>
      }
      <h3 class="fr-h6 fr-mt-3w">{{ need().anonymous ? 'Jamais montré' : 'Montré aux seuls fournisseurs intéressés' }}</h3>
      @if (need().anonymous) { <p>Votre nom, votre organisation et vos coordonnées.</p> }
      @else { <ul>@for (way of reaching(); track way) { <li>{{ way }}</li> }</ul> }
      @if (need().amount && !need().shareAmount) { <p>Le montant estimé ({{ amount() }}) reste entre vous et l’équipe.</p> }
      <p class="fr-mt-3w">Une fois validé par l’équipe, ce besoin est public : toute personne qui a son adresse peut le lire.</p>
      <div class="app-row fr-mt-4w">
        <button type="button" class="fr-btn" [disabled]="busy()" (click)="send.emit()">Publier le besoin</button>
        <button type="button" class="fr-btn fr-btn--secondary" [disabled]="busy()" (click)="back.emit()">Revenir à la saisie</button>
      </div>
    </section>
  `,
})
export class NeedPreview {
  readonly draft = input.required<NeedDraft>();
  readonly busy = input(false);
  readonly send = output<void>();
  readonly back = output<void>();
  private readonly market = inject(Market);
  private readonly session = inject(Session);

  /** What is sent is what is shown. */
  protected readonly need = computed(() => inputOf(this.draft()));
  protected readonly kind = computed(() => named(this.market.needKindsForSuppliers(), this.need().kind));
  protected readonly buyer = computed(() => this.session.current()?.name ?? '');
  protected readonly sectors = computed(() => this.draft().sectors.map((s) => s.label).join(' ; '));
  protected readonly amount = computed(() => named(this.market.amountBrackets(), this.need().amount ?? ''));
  protected readonly responses = computed(() => this.need().responseKinds.map((code) => named(this.market.responseKinds(), code)).join(', '));
  protected readonly reaching = computed(() => {
    const { firstName = '', lastName = '' } = this.session.account() ?? {};
    return [`${firstName} ${lastName}`.trim(), this.need().email, this.need().phone, this.need().link].filter((way) => !!way);
  });
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    // Reading goes on where the page has changed.
    afterNextRender(() => this.heading().nativeElement.focus());
  }
}

const named = (list: readonly { readonly code: string; readonly label: string }[], code: string): string => list.find((each) => each.code === code)?.label ?? code;
