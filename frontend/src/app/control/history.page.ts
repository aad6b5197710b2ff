import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { HireHistoryDocument } from '../shared/graphql/generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { DayPipe, MomentPipe, today } from '../shared/format';
import { Alert } from '../shared/ui/alert';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { TextField } from '../shared/ui/text-field';
import { Session } from '../shared/session/session';

const roles: Record<string, string> = {
  prescriber: 'prescripteur', employer: 'employeur', candidate: 'candidat', inspector: 'inspecteur', buyer: 'acheteur', supplier: 'fournisseur', staff: 'équipe de la plateforme', system: 'automatique',
};

/** Who did what, when, for whom, sealed by a chain of fingerprints; and what was known at the end of any past day. */
@Component({ selector: 'app-history', imports: [Page, ResourceState, Empty, Alert, TextField, DayPipe, MomentPipe], templateUrl: './history.page.html' })
export class HistoryPage {
  readonly applicationId = input.required<string>();
  readonly au = input<string>();
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly day = linkedSignal(() => this.au() ?? '');
  protected readonly latest = today();
  protected readonly resource = gqlResource(HireHistoryDocument, () => ({ applicationId: this.applicationId(), asOf: this.au() ? endOfDay(this.au() ?? '') : null }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly history = computed(() => (this.resource.hasValue() ? this.resource.value().hireHistory : null));
  protected readonly crumbs = computed(() =>
    this.session.role() === 'employer' ? [{ label: 'Candidature', link: ['/candidatures', this.applicationId()] }] : [{ label: 'Embauches', link: '/controle/embauches' }],
  );
  protected readonly roleOf = (role: string) => roles[role] ?? role;

  protected show(event: Event): void {
    event.preventDefault();
    void this.router.navigate([], { queryParams: { au: this.day() || null } });
  }

  protected now(): void {
    void this.router.navigate([], { queryParams: {} });
  }
}

/** The last instant of a civil day in Paris: the next midnight there, less a millisecond. */
export function endOfDay(day: string): string {
  const midnight = new Date(`${day}T00:00:00Z`).getTime() + 86_400_000;
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hour12: false }).format(new Date(midnight)));
  return new Date(midnight - hour * 3_600_000 - 1).toISOString();
}
