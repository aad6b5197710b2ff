import { Component, computed, input } from '@angular/core';
import { type CsvRow, csvFile } from '../csv';
import { Download } from './download';

export interface Exported {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** Takes figures away: for a program, for a spreadsheet and, where there is a drawing, as a picture. The last two are loaded when asked. */
@Component({
  selector: 'app-export',
  imports: [Download],
  template: `
    <div class="app-row app-exports fr-mt-2w" role="group" [attr.aria-label]="'Exporter : ' + caption()">
      <app-download label="Exporter en CSV" [fileName]="fileName() + '.csv'" [produce]="csv" />
      <app-download label="Exporter en XLSX" [fileName]="fileName() + '.xlsx'" [produce]="xlsx" />
      @if (png(); as produce) { <app-download label="Exporter en PNG" [fileName]="fileName() + '.png'" [produce]="produce" /> }
    </div>
  `,
})
export class Export {
  readonly caption = input.required<string>();
  readonly fileName = input.required<string>();
  readonly data = input.required<() => Exported>();
  /** What the picture shows; none for a table alone. */
  readonly picture = input<HTMLElement | null>(null);

  protected readonly csv = (): Blob => {
    const { header, rows } = this.data()();
    return csvFile(header, rows);
  };
  protected readonly xlsx = async (): Promise<Blob> => {
    const { header, rows } = this.data()();
    const { xlsxFile } = await import('../xlsx');
    return xlsxFile(header, rows);
  };
  protected readonly png = computed(() => {
    const shown = this.picture();
    return shown && (async (): Promise<Blob> => (await import('../picture')).pictureOf(shown, this.caption()));
  });
}
