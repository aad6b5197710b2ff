import { Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { nextId } from './ids';

/** A window over the page. The native dialog keeps the keyboard inside; closing it gives the focus back to where it was. */
@Component({
  selector: 'app-modal',
  template: `
    <dialog #dialog class="app-dialog" [class.app-dialog--wide]="wide()" [attr.aria-labelledby]="id" (close)="ended()">
      <div class="app-dialog__body">
        @if (closable()) { <div class="app-dialog__head"><button type="button" class="fr-btn--close fr-btn" (click)="close()">Fermer</button></div> }
        <h2 class="fr-h5" [id]="id">{{ heading() }}</h2>
        <ng-content />
      </div>
    </dialog>
  `,
})
export class Modal {
  readonly heading = input.required<string>();
  readonly closable = input(true);
  readonly wide = input(false);
  readonly closed = output<void>();
  protected readonly id = nextId('fenetre');
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private opener: Element | null = null;

  open(): void {
    this.opener = document.activeElement;
    this.dialog().nativeElement.showModal();
  }

  close(): void {
    this.dialog().nativeElement.close();
  }

  protected ended(): void {
    if (this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus();
    this.closed.emit();
  }
}
