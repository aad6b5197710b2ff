import { Component, input, output, viewChild } from '@angular/core';
import { Modal } from './modal';

/** Asks before something that cannot be taken back. */
@Component({
  selector: 'app-confirm',
  imports: [Modal],
  template: `
    <app-modal [heading]="heading()" [closable]="false" (closed)="closed.emit()">
      <ng-content />
      <ul class="fr-btns-group fr-btns-group--inline-sm fr-btns-group--right fr-mt-3w">
        <li><button type="button" class="fr-btn fr-btn--secondary" (click)="close()">{{ cancel() }}</button></li>
        <li><button type="button" class="fr-btn" [disabled]="busy()" (click)="confirmed.emit()">{{ action() }}</button></li>
      </ul>
    </app-modal>
  `,
})
export class Confirm {
  readonly heading = input.required<string>();
  readonly action = input.required<string>();
  readonly cancel = input('Annuler');
  readonly busy = input(false);
  readonly confirmed = output<void>();
  readonly closed = output<void>();
  private readonly modal = viewChild.required(Modal);

  open(): void {
    this.modal().open();
  }

  close(): void {
    this.modal().close();
  }
}
