import { Component, computed, inject, input, output } from '@angular/core';
import { HideNeedDocument, type NeedPartsFragment, ShowNeedAgainDocument } from './generated/graphql';
import { Gql } from '../shared/graphql/gql';
import { Failure } from '../shared/ui/failure';
import { type Acted, NeedAct } from './need-act';

/** A supplier takes a closed need off its list, or puts it back. */
@Component({
  selector: 'app-need-hiding',
  imports: [Failure],
  template: `
    <app-failure [error]="act.failure()" />
    @if (hidden()) {
      <p class="fr-mt-2w fr-mb-1w">Ce besoin est masqué : il n’est plus dans la liste de vos besoins reçus, sauf sous « Masqués ».</p>
      <button type="button" class="fr-btn fr-btn--tertiary" [disabled]="act.busy()" (click)="showAgain()">Remettre dans ma liste</button>
    } @else if (may('hideNeed')) {
      <button type="button" class="fr-btn fr-btn--tertiary fr-mt-2w" [disabled]="act.busy()" (click)="hide()">Masquer de ma liste</button>
    }
  `,
})
export class NeedHiding {
  readonly need = input.required<NeedPartsFragment>();
  readonly changed = output<Acted>();
  private readonly gql = inject(Gql);
  protected readonly act = new NeedAct((acted) => this.changed.emit(acted));
  protected readonly hidden = computed(() => this.may('showNeedAgain'));

  protected may(action: string): boolean {
    return this.need().actions.includes(action);
  }

  protected async hide(): Promise<void> {
    await this.act.run('Besoin masqué de votre liste', null, async (command) => (await this.gql.run(HideNeedDocument, { id: this.need().id, command })).hideNeed);
  }

  protected async showAgain(): Promise<void> {
    await this.act.run('Besoin remis dans votre liste', null, async (command) => (await this.gql.run(ShowNeedAgainDocument, { id: this.need().id, command })).showNeedAgain);
  }
}
