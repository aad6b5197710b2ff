import { Component, inject, input, signal } from '@angular/core';
import { csvFile, type CsvRow } from '../shared/csv';
import { formatDay } from '../shared/format';
import { ExportApplicationsDocument } from '../shared/graphql/generated/documents/ExportApplicationsDocument';
import type { ExportApplicationsMutation, ExportApplicationsMutationVariables } from '../shared/graphql/generated/graphql';
import { Gql, newCommand } from '../shared/graphql/gql';
import { Download } from '../shared/ui/download';

type Line = ExportApplicationsMutation['exportApplications']['rows'][number];

const yesNo = (value: boolean | null | undefined): string => (value ? 'Oui' : value === false ? 'Non' : '');
const day = (value: string | null | undefined): string => formatDay(value, 'short');
/** The columns, in the order of the file [emplois/VIS-5]. */
const COLUMNS: readonly (readonly [string, (line: Line) => CsvRow[number]])[] = [
  ['Civilité', (a) => a.title], ['Nom', (a) => a.lastName], ['Prénom', (a) => a.firstName], ['E-mail', (a) => a.email], ['Téléphone', (a) => a.phone],
  ['Date de naissance', (a) => day(a.birthDate)], ['Ville', (a) => a.city], ['Département', (a) => a.department], ['Employeur', (a) => a.companyName], ['Type d’employeur', (a) => a.companyKind],
  ['Métiers', (a) => a.jobs], ['Source', (a) => a.source], ['Organisation de l’expéditeur', (a) => a.senderOrganisation], ['Expéditeur', (a) => a.sender], ['Date de candidature', (a) => day(a.submittedOn)],
  ['État', (a) => a.status], ['Début de l’embauche', (a) => day(a.startsOn)], ['Fin de l’embauche', (a) => day(a.endsOn)], ['Motif de refus', (a) => a.refusalReason],
  ['Éligibilité IAE validée', (a) => yesNo(a.eligible)], ['Éligible au contrôle a posteriori', (a) => yesNo(a.controlled)],
  ['Numéro de PASS IAE', (a) => a.passNumber], ['Début du PASS IAE', (a) => day(a.passStart)], ['Fin du PASS IAE', (a) => day(a.passEnd)], ['État du PASS IAE', (a) => a.passState],
];

/** Takes the whole list away, as it is filtered. The platform writes down who does before it hands it over. */
@Component({
  selector: 'app-list-export',
  imports: [Download],
  template: `
    <div class="app-row app-exports" role="group" aria-label="Exporter la liste">
      <app-download label="Exporter en CSV" fileName="candidatures.csv" [produce]="csv" />
      <app-download label="Exporter en XLSX" fileName="candidatures.xlsx" [produce]="xlsx" />
    </div>
    <p class="fr-text--xs fr-mb-0" role="status">{{ done() || 'Chaque export est enregistré : les candidats peuvent lire qui a emporté leurs données.' }}</p>
  `,
})
export class ListExport {
  readonly asked = input.required<Pick<ExportApplicationsMutationVariables, 'filter' | 'order'>>();

  private readonly gql = inject(Gql);
  protected readonly done = signal('');

  protected readonly csv = async (): Promise<Blob> => csvFile(...(await this.take()));
  protected readonly xlsx = async (): Promise<Blob> => {
    const [table, { xlsxFile }] = await Promise.all([this.take(), import('../shared/xlsx')]);
    return xlsxFile(...table);
  };

  private async take(): Promise<[readonly string[], readonly CsvRow[]]> {
    this.done.set('');
    const { filter = null, order = null } = this.asked();
    const { rows, total, limit } = (await this.gql.run(ExportApplicationsDocument, { filter, order, command: newCommand() })).exportApplications;
    const cut = total > limit ? `, les premières de la liste sur ${total} : un fichier n’en contient pas davantage, resserrez les filtres pour avoir les autres` : '';
    this.done.set(`${rows.length} ${rows.length > 1 ? 'candidatures exportées' : 'candidature exportée'}${cut}. L’export est enregistré.`);
    return [COLUMNS.map(([name]) => name), rows.map((line) => COLUMNS.map(([, value]) => value(line)))];
  }
}
