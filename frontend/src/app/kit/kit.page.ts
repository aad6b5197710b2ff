import { Component } from '@angular/core';
import { Page } from '../shared/ui/page';
import { KitFields } from './kit-fields';
import { KitFigures } from './kit-figures';
import { KitLists } from './kit-lists';
import { KitMessages } from './kit-messages';
import { KitSteps } from './kit-steps';

/** Every component of shared/ui in every state, for those who build pages. Never in production. */
@Component({
  selector: 'app-kit',
  imports: [Page, KitFields, KitLists, KitSteps, KitMessages, KitFigures],
  template: `
    <app-page heading="Composants" lead="Chaque composant, dans chacun de ses états." [crumbs]="[{ label: 'Développement', link: '/kit' }]">
      <app-kit-fields /><app-kit-lists /><app-kit-steps /><app-kit-messages /><app-kit-figures />
    </app-page>
  `,
})
export class KitPage {}
