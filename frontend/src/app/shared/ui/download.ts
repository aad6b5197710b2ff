import { Component, input, signal } from '@angular/core';
import { saveFile } from './save-file';

/** A file to take away: its format and weight are told before, and a failure is told after. */
@Component({
  selector: 'app-download',
  template: `
    <p class="fr-mb-1w">
      @if (href()) {
        <a class="fr-link fr-link--download" [href]="href()" [attr.download]="fileName() || true">{{ label() }} <span class="fr-link__detail">{{ detail() }}</span></a>
      } @else {
        <button type="button" class="fr-btn fr-btn--sm fr-btn--tertiary fr-icon-download-line fr-btn--icon-left" [disabled]="busy()" (click)="take()">{{ busy() ? 'Préparation du fichier…' : label() }}</button>
        @if (detail()) { <span class="fr-hint-text">{{ detail() }}</span> }
      }
    </p>
    <div role="status">
      @if (failed()) { <p class="fr-message fr-message--error">Le fichier n’a pas pu être préparé. Réessayez dans un instant.</p> }
    </div>
  `,
})
export class Download {
  readonly label = input.required<string>();
  /** Format and weight: “CSV – 12 ko”. */
  readonly detail = input('');
  readonly href = input('');
  readonly fileName = input('');
  /** Makes the file when asked, for what has no address of its own. */
  readonly produce = input<(() => Blob | Promise<Blob>) | null>(null);
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);

  protected async take(): Promise<void> {
    const produce = this.produce();
    if (!produce) return;
    this.busy.set(true);
    this.failed.set(false);
    try {
      saveFile(this.fileName() || 'fichier', await produce());
    } catch {
      this.failed.set(true);
    } finally {
      this.busy.set(false);
    }
  }
}
