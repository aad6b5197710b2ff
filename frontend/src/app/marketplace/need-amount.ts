import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type NeedPartsFragment, SetNeedAmountDocument } from './generated/graphql';
import { Gql } from '../shared/graphql/gql';
import { Failure } from '../shared/ui/failure';
import { TextField } from '../shared/ui/text-field';
import { euros, NOT_EUROS } from './euros';
import { type Acted, NeedAct } from './need-act';

/** What the team knows a need to be worth exactly, beside the bracket its buyer chose. */
@Component({
  selector: 'app-need-amount',
  imports: [Failure, TextField],
  template: `
    <form class="app-panel app-panel--raised fr-mb-2w" aria-labelledby="montant-exact" novalidate (submit)="keep($event)">
      <h2 class="fr-h5" id="montant-exact">Montant exact</h2>
      <p class="fr-text--sm fr-mb-1w">Tranche donnée par l’acheteur : {{ need().amount?.label ?? 'non renseignée' }}.@if (need().outOfBracket) { Le montant exact n’y est pas : c’est lui qui compte et qui se lit. }</p>
      <app-failure [error]="act.failure()" heading="Le montant n’a pas pu être enregistré" />
      <app-text-field label="Montant exact en euros" [optional]="true" hint="Hors taxes, sans centimes, par exemple 12 000. Vide : la tranche compte." inputmode="numeric" [(value)]="amount" [error]="problem() || (act.failure()?.field('amount') ?? '')" />
      <button class="fr-btn fr-btn--secondary" [disabled]="act.busy()">Enregistrer le montant</button>
    </form>
  `,
})
export class NeedAmount {
  readonly need = input.required<NeedPartsFragment>();
  readonly changed = output<Acted>();
  private readonly gql = inject(Gql);
  protected readonly act = new NeedAct((acted) => this.changed.emit(acted));
  protected readonly amount = linkedSignal(() => this.need().exactAmount?.toLocaleString('fr-FR') ?? '');
  protected readonly problem = signal('');

  protected async keep(event: Event): Promise<void> {
    event.preventDefault();
    const amount = this.amount().trim() ? euros(this.amount()) : null;
    const wrong = this.amount().trim() !== '' && amount === null;
    this.problem.set(wrong ? NOT_EUROS : '');
    if (wrong) return;
    await this.act.run('Montant enregistré', amount, async (command) => (await this.gql.run(SetNeedAmountDocument, { id: this.need().id, amount, command })).setNeedAmount);
  }
}
