import { Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { nextId } from './ids';

/** Asks before something that cannot be taken back. The native dialog keeps the keyboard inside and gives it back. */
@Component({
  selector: 'app-confirm',
  template: `
    <dialog #dialog class="app-dialog" [attr.aria-labelledby]="id" (close)="closed.emit()">
      <div class="app-dialog__body">
        <h2 class="fr-h5" [id]="id">{{ heading() }}</h2>
        <ng-content />
        <ul class="fr-btns-group fr-btns-group--inline-sm fr-btns-group--right fr-mt-3w">
          <li><button type="button" class="fr-btn fr-btn--secondary" (click)="close()">{{ cancel() }}</button></li>
          <li><button type="button" class="fr-btn" [disabled]="busy()" (click)="confirmed.emit()">{{ action() }}</button></li>
        </ul>
      </div>
    </dialog>
  `,
})
export class Confirm {
  readonly heading = input.required<string>();
  readonly action = input.required<string>();
  readonly cancel = input('Annuler');
  readonly busy = input(false);
  readonly confirmed = output<void>();
  readonly closed = output<void>();
  protected readonly id = nextId('question');
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  open(): void {
    this.dialog().nativeElement.showModal();
  }

  close(): void {
    this.dialog().nativeElement.close();
  }
}
