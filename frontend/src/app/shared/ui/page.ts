import { Component, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';

export interface Crumb {
  readonly label: string;
  readonly link: string | readonly string[];
  /** What the list one came from was asked, so that going back finds it again. */
  readonly query?: Params;
}

/** The frame of every page: where one is, its heading, its content. */
@Component({
  selector: 'app-page',
  imports: [RouterLink],
  template: `
    <div class="fr-container app-page">
      @if (crumbs().length) {
        <nav class="fr-mb-2w" aria-label="Vous êtes ici">
          <ol class="fr-breadcrumb__list">
            <li><a class="fr-breadcrumb__link" routerLink="/">Accueil</a></li>
            @for (crumb of crumbs(); track crumb.label) {
              <li><a class="fr-breadcrumb__link" [routerLink]="crumb.link" [queryParams]="crumb.query ?? null">{{ crumb.label }}</a></li>
            }
            <li><span class="fr-breadcrumb__link" aria-current="page">{{ here() || heading() }}</span></li>
          </ol>
        </nav>
      }
      <h1 class="fr-h2 fr-mb-2w" tabindex="-1">{{ heading() }}</h1>
      @if (lead()) {
        <p class="fr-text--lead">{{ lead() }}</p>
      }
      <ng-content />
    </div>
  `,
})
export class Page {
  readonly heading = input.required<string>();
  readonly here = input('');
  readonly lead = input('');
  readonly crumbs = input<readonly Crumb[]>([]);
}
