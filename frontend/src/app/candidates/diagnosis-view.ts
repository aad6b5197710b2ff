import { Component, input } from '@angular/core';
import type { DiagnosisPartsFragment } from '../shared/graphql/generated/graphql';
import { DayPipe } from '../shared/format';

@Component({
  selector: 'app-diagnosis-view',
  imports: [DayPipe],
  template: `
    <div class="fr-mb-2w">
      <p class="fr-mb-1v">
        <span class="fr-badge fr-badge--sm" [class.fr-badge--success]="diagnosis().valid">{{ diagnosis().valid ? 'Valide' : 'Expiré' }}</span>
        du {{ diagnosis().on | day }}, {{ diagnosis().valid ? 'expire le' : 'expiré le' }} {{ diagnosis().expiresOn | day }}
      </p>
      <p class="fr-text--sm app-muted fr-mb-1v">{{ diagnosis().author === 'employer' ? 'Employeur' : 'Prescripteur habilité' }} · {{ diagnosis().organisationName }}</p>
      @if (diagnosis().criteria.length) {
        <ul class="fr-text--sm fr-mb-0">
          @for (c of diagnosis().criteria; track c.code) { <li>{{ c.label }} (niveau {{ c.level }})</li> }
        </ul>
      } @else { <p class="fr-text--sm fr-mb-0">Sans critère administratif.</p> }
    </div>
  `,
})
export class DiagnosisView {
  readonly diagnosis = input.required<DiagnosisPartsFragment>();
}
