import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmployerDocument } from '../shared/graphql/generated/documents/EmployerDocument';
import { gqlResource } from '../shared/graphql/gql';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { titleAbout } from '../shared/ui/page-title';
import { ResourceState } from '../shared/ui/resource-state';

@Component({ selector: 'app-employer', imports: [RouterLink, Page, ResourceState, Empty, Alert], templateUrl: './employer.page.html' })
export class EmployerPage {
  readonly id = input.required<string>();
  readonly candidat = input<string>();
  private readonly session = inject(Session);

  protected readonly resource = gqlResource(EmployerDocument, () => ({ id: this.id() }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly employer = computed(() => (this.resource.hasValue() ? this.resource.value().employer : null));
  /** Inspectors, buyers… read the card; they do not apply. */
  protected readonly mayApply = computed(() => !this.session.signedIn() || ['candidate', 'prescriber', 'employer'].includes(this.session.role() ?? ''));
  protected readonly closed = computed(() => {
    const e = this.employer();
    if (!e) return '';
    if (!e.hasMembers) return 'Cet employeur n’a pas encore rejoint la plateforme : personne n’y lirait votre candidature.';
    // Closed to others, never to its own members [emplois/CMP-5].
    if (this.session.current()?.organisationId === this.id()) return '';
    if (e.blocked) return 'Cet employeur ne reçoit pas de candidatures en ce moment.';
    if (!e.spontaneousOpen && !e.jobs.length) return 'Cet employeur n’a pas de poste ouvert et ne prend pas de candidature spontanée.';
    return '';
  });

  constructor() {
    titleAbout(() => this.employer()?.name ?? '');
  }

  protected applyParams(job?: string): Record<string, string> {
    return { employeur: this.id(), ...(this.candidat() ? { candidat: this.candidat() ?? '' } : {}), ...(job ? { metiers: job } : {}) };
  }
}
