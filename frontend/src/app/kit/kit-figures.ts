import { Component } from '@angular/core';
import { Chart } from '../shared/ui/chart';
import { DepartmentChart } from '../shared/ui/department-chart';
import { PointsMap } from '../shared/ui/points-map';
import { ports, places } from './samples';

@Component({
  selector: 'app-kit-figures',
  imports: [Chart, DepartmentChart, PointsMap],
  template: `
    <section class="fr-mt-4w" aria-labelledby="kit-figures">
      <h2 id="kit-figures">Graphiques et carte, toujours avec leur tableau</h2>
      <app-chart caption="Courbes" first="Mois" [labels]="['janv.', 'févr.', 'mars', 'avril']" [series]="two" />
      <app-chart caption="Barres" kind="bars" first="Port" [labels]="['Brest', 'Sète', 'Calais']" [series]="one" />
      <app-chart caption="Courbes sans donnée" first="Mois" [labels]="[]" [series]="[]" />
      <app-chart caption="Barres sans donnée" kind="bars" first="Port" [labels]="[]" [series]="[]" />
      <app-department-chart caption="Bateaux par département" measure="Bateaux" [values]="places" />
      <app-department-chart caption="Carte sans donnée" measure="Bateaux" [values]="[]" />
      <app-points-map caption="Ports de cette page" [points]="ports" />
      <ul>@for (port of ports; track port.fragment) { <li><a href="#" [id]="port.fragment">{{ port.name }}</a></li> }</ul>
    </section>
  `,
})
export class KitFigures {
  protected readonly two = [{ name: 'Départs', values: [12, 18, 9, 24] }, { name: 'Arrivées', values: [8, 20, 11, 16] }];
  protected readonly one = [{ name: 'Bateaux', values: [14, 3, 8] }];
  protected readonly places = places;
  protected readonly ports = ports;
}
