import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { HireHistoryDocument } from '../shared/graphql/generated/documents/HireHistoryDocument';
import type { HireHistoryQuery } from '../shared/graphql/generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { DayPipe, endOfDay, formatMoment, parisDay, today } from '../shared/format';
import { Alert } from '../shared/ui/alert';
import { Download } from '../shared/ui/download';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { TextField } from '../shared/ui/text-field';
import { Timeline } from '../shared/ui/timeline';
import { Session } from '../shared/session/session';
import { KnownOn } from './known-on';

const roles: Record<string, string> = {
  prescriber: 'prescripteur', employer: 'employeur', candidate: 'candidat', inspector: 'inspecteur', buyer: 'acheteur', supplier: 'fournisseur', staff: 'équipe de la plateforme', system: 'automatique',
};

/** Who did what, when, for whom, sealed by a chain of fingerprints; and what was known at the end of any past day. */
@Component({ selector: 'app-history', imports: [Page, ResourceState, Empty, Alert, Download, KnownOn, TextField, Timeline, DayPipe], templateUrl: './history.page.html' })
export class HistoryPage {
  readonly applicationId = input.required<string>();
  readonly au = input<string>();
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly http = inject(HttpClient);

  protected readonly day = linkedSignal(() => this.au() ?? '');
  protected readonly latest = today();
  protected readonly resource = gqlResource(HireHistoryDocument, () => ({ applicationId: this.applicationId(), asOf: this.au() ? endOfDay(this.au() ?? '') : null }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  /** Stays while another date is asked: the slider keeps its place and the focus. */
  protected readonly history = linkedSignal<HireHistoryQuery['hireHistory'] | undefined, HireHistoryQuery['hireHistory']>({
    source: () => (this.resource.error() ? null : this.resource.hasValue() ? this.resource.value().hireHistory : undefined),
    computation: (found, before) => (found === undefined ? (before?.value ?? null) : found),
  });
  /** The days on which something was written. */
  protected readonly days = computed(() => [...new Set((this.history()?.entries ?? []).map(({ recorded }) => parisDay(new Date(recorded))))].sort());
  protected readonly crumbs = computed(() =>
    this.session.role() === 'employer' ? [{ label: 'Candidature', link: ['/candidatures', this.applicationId()] }] : [{ label: 'Embauches', link: '/controle/embauches' }],
  );
  protected readonly items = computed(() =>
    (this.history()?.entries ?? []).map(({ label, recorded, occurred, by, role, organisation, details, position, hash }) => ({
      label,
      at: recorded,
      organisation,
      details,
      by: `${by || 'La plateforme'} (${roles[role] ?? role})`,
      late: occurred.slice(0, 10) === recorded.slice(0, 10) ? '' : `Survenu le ${formatMoment(occurred)}, enregistré ensuite.`,
      proof: `fait n° ${position} · empreinte ${hash}`,
    })),
  );

  protected show(event: Event): void {
    event.preventDefault();
    void this.router.navigate([], { queryParams: { au: this.day() || null } });
  }

  /** Moving along the slider leaves one entry in the browser's history, not one per day. */
  protected goTo(day: string): void {
    void this.router.navigate([], { queryParams: { au: day || null }, replaceUrl: true });
  }

  protected readonly json = () => this.file('json');
  protected readonly pdf = () => this.file('pdf');
  protected readonly fileName = `histoire-embauche-${today()}`;

  private file(extension: string): Promise<Blob> {
    const day = this.au();
    const params: Record<string, string> = day ? { asOf: endOfDay(day) } : {};
    return firstValueFrom(this.http.get(`/api/hires/${this.applicationId()}/history.${extension}`, { params, responseType: 'blob' }));
  }

  protected now(): void {
    void this.router.navigate([], { queryParams: {} });
  }
}
