import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Session } from '../shared/session/session';
import { Announcer } from '../shared/ui/announcer';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { safePath } from './landing';

@Component({
  selector: 'app-organisation',
  imports: [Page, Failure],
  template: `
    <app-page heading="Choisir une organisation" lead="Vos droits dépendent de l’organisation pour laquelle vous agissez.">
      <app-failure [error]="failure()" />
      <ul class="app-plain-list app-cards">
        @for (m of session.me().memberships; track m.organisationId) {
          <li class="app-panel">
            <h2 class="fr-h6 fr-mb-1v">{{ m.name }}</h2>
            <p class="fr-text--sm">{{ m.kind }} @if (m.city) { · {{ m.city }} } @if (m.admin) { · administrateur }</p>
            @if (m.organisationId === session.current()?.organisationId) {
              <span class="fr-badge fr-badge--success">Organisation actuelle</span>
            } @else {
              <button type="button" class="fr-btn fr-btn--sm" [disabled]="busy()" (click)="choose(m.organisationId, m.name)">Choisir <span class="fr-sr-only">{{ m.name }}</span></button>
            }
          </li>
        }
      </ul>
    </app-page>
  `,
})
export class OrganisationPage {
  readonly suite = input<string>();
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);

  protected async choose(id: string, name: string): Promise<void> {
    this.busy.set(true);
    try {
      await this.session.switchTo(id);
      this.announcer.say(`Vous agissez maintenant pour ${name}`);
      await this.router.navigateByUrl(safePath(this.suite()));
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
