import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HealthDocument } from '../shared/graphql/generated/documents/HealthDocument';
import type { HealthQuery } from '../shared/graphql/generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { CountPipe, formatMoment, formatNumber } from '../shared/format';
import { Alert } from '../shared/ui/alert';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { type Column, Table } from '../shared/ui/table';

type Report = HealthQuery['health'];

const projections: readonly Column<Report['projections'][number]>[] = [
  { key: 'nom', label: 'Nom', value: (p) => p.name },
  { key: 'version', label: 'Version', value: (p) => p.version, numeric: true },
  { key: 'position', label: 'Position', value: (p) => formatNumber(p.position), numeric: true },
  { key: 'retard', label: 'Retard', value: (p) => formatNumber(p.lag), numeric: true },
  { key: 'de-cote', label: 'Clés de côté', value: (p) => p.parked, numeric: true },
];
const parked: readonly Column<Report['parked'][number]>[] = [
  { key: 'projection', label: 'Projection', value: (p) => p.projection },
  { key: 'cle', label: 'Clé', value: (p) => p.key },
  { key: 'fait', label: 'Fait', value: (p) => formatNumber(p.position), numeric: true },
  { key: 'erreur', label: 'Erreur', value: (p) => p.error },
  { key: 'depuis', label: 'Depuis', value: (p) => formatMoment(p.since) },
];
const refused: readonly Column<Report['refusedCommands'][number]>[] = [
  { key: 'regle', label: 'Règle automatique', value: (r) => r.policy },
  { key: 'fait', label: 'Fait', value: (r) => formatNumber(r.position), numeric: true },
  { key: 'refus', label: 'Refus', value: (r) => r.code },
  { key: 'quand', label: 'Quand', value: (r) => formatMoment(r.at) },
];

@Component({ selector: 'app-health', imports: [RouterLink, Page, ResourceState, Alert, Table, CountPipe], templateUrl: './health.page.html' })
export class HealthPage {
  protected readonly projections = projections;
  protected readonly parked = parked;
  protected readonly refused = refused;
  protected readonly resource = gqlResource(HealthDocument, () => ({}));
  protected readonly health = computed(() => (this.resource.hasValue() ? this.resource.value().health : null));
  protected readonly mail = computed(() => (this.resource.hasValue() ? this.resource.value().mailState : null));
  protected readonly fine = computed(() => {
    const h = this.health();
    return !!h && h.projections.every((p) => p.lag === 0 && p.parked === 0) && !h.refusedCommands.length && !h.parked.length;
  });
}
