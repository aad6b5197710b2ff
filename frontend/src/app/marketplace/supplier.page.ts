import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SupplierDocument } from './generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { Session } from '../shared/session/session';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { Activities } from './activities';
import { ContactCard } from './contact-card';

/** The public card of an inclusive supplier. */
@Component({ selector: 'app-supplier', imports: [RouterLink, Page, ResourceState, Empty, Activities, ContactCard], templateUrl: './supplier.page.html' })
export class SupplierPage {
  readonly id = input.required<string>();
  protected readonly session = inject(Session);
  protected readonly resource = gqlResource(SupplierDocument, () => ({ id: this.id() }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly supplier = computed(() => (this.resource.hasValue() ? this.resource.value().supplier : null));
}
