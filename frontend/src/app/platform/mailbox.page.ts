import { Component, computed } from '@angular/core';
import { MomentPipe } from '../shared/format';
import { MailboxDocument } from '../shared/graphql/generated/documents/MailboxDocument';
import { gqlResource } from '../shared/graphql/gql';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { ResultCount } from '../shared/ui/result-count';
import { urlFilters } from '../shared/ui/url-filters';

/** What would have left by mail, where no mail server is set and people are invented. */
@Component({ selector: 'app-mailbox', imports: [Page, ResourceState, ResultCount, Empty, Pagination, MomentPipe], templateUrl: './mailbox.page.html' })
export class MailboxPage {
  protected readonly crumbs = [{ label: 'Santé de la plateforme', link: '/sante' }];
  protected readonly filters = urlFilters({});
  protected readonly resource = gqlResource(MailboxDocument, () => ({ page: this.filters.page() }));
  protected readonly mailbox = computed(() => (this.resource.hasValue() ? this.resource.value().mailbox : null));
}
