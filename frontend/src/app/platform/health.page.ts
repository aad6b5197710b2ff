import { Component, computed } from '@angular/core';
import { HealthDocument } from '../shared/graphql/generated/documents/HealthDocument';
import { gqlResource } from '../shared/graphql/gql';
import { CountPipe, MomentPipe } from '../shared/format';
import { Alert } from '../shared/ui/alert';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';

@Component({ selector: 'app-health', imports: [Page, ResourceState, Alert, CountPipe, MomentPipe], templateUrl: './health.page.html' })
export class HealthPage {
  protected readonly resource = gqlResource(HealthDocument, () => ({}));
  protected readonly health = computed(() => (this.resource.hasValue() ? this.resource.value().health : null));
  protected readonly fine = computed(() => {
    const h = this.health();
    return !!h && h.projections.every((p) => p.lag === 0 && p.parked === 0) && !h.refusedCommands.length && !h.parked.length;
  });
}
