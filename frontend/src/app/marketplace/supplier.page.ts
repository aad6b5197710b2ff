import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { SupplierDocument } from './generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { Session } from '../shared/session/session';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { titleAbout } from '../shared/ui/page-title';
import { ResourceState } from '../shared/ui/resource-state';
import { Activities } from './activities';
import { ContactCard } from './contact-card';
import { SupplierListing } from './supplier-listing';

/** The public card of an inclusive supplier. */
@Component({ selector: 'app-supplier', imports: [RouterLink, Page, ResourceState, Empty, Activities, ContactCard, SupplierListing], templateUrl: './supplier.page.html' })
export class SupplierPage {
  readonly id = input.required<string>();
  /** The search one came from, carried by the address: going back finds it again, and a need starts from it. */
  protected readonly query = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly publish = computed(() => ({ secteurs: this.query()['secteurs'] as string | undefined, lieu: this.query()['lieu'] as string | undefined }));
  protected readonly here = computed(() => {
    const query = new URLSearchParams(this.query() as Record<string, string>).toString();
    return `/fournisseurs/${this.id()}${query ? `?${query}` : ''}`;
  });
  protected readonly session = inject(Session);
  protected readonly resource = gqlResource(SupplierDocument, () => ({ id: this.id() }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly supplier = computed(() => (this.resource.hasValue() ? this.resource.value().supplier : null));

  constructor() {
    titleAbout(() => this.supplier()?.name ?? '');
  }
}
