import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AcceptDocument } from '../shared/graphql/generated/documents/AcceptDocument';
import { AdvisorsDocument } from '../shared/graphql/generated/documents/AdvisorsDocument';
import { ApplicationDocument } from '../shared/graphql/generated/documents/ApplicationDocument';
import type { AcceptInput } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { JustSaved } from '../shared/just-saved';
import { Announcer } from '../shared/ui/announcer';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { HireForm } from './hire-form';

/** Accepting an application: what is agreed, then the hire. */
@Component({
  selector: 'app-accept',
  imports: [RouterLink, Page, ResourceState, Empty, HireForm],
  templateUrl: './accept.page.html',
})
export class AcceptPage {
  readonly id = input.required<string>();
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly saved = inject(JustSaved);

  protected readonly resource = gqlResource(ApplicationDocument, () => ({ id: this.id() }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly application = computed(() => (this.resource.hasValue() ? this.resource.value().application : null));
  protected readonly retained = computed(() => (this.application()?.jobs.length === 1 ? (this.application()?.jobs[0]?.id ?? '') : ''));
  /** Any job open here may be the one retained, as well as those applied for [emplois/ACP-2]. */
  protected readonly jobs = computed(() => {
    const a = this.application();
    const titles = new Map([...(a?.jobs ?? []), ...(a?.openJobs ?? [])].map((j) => [j.id, j.title]));
    return [...titles].map(([code, label]) => ({ code, label }));
  });
  private readonly colleagues = gqlResource(AdvisorsDocument, () => ({ id: this.id() }));
  protected readonly advisors = computed(() => (this.colleagues.hasValue() ? (this.colleagues.value().application?.advisors ?? []).map((m) => ({ code: m.id, label: m.name })) : []));
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly command = newCommand();

  protected async accept(input: AcceptInput): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { accept } = await this.gql.run(AcceptDocument, { id: this.id(), input, command: this.command });
      if (accept.behind) this.saved.keep(accept.id, accept.lastChange);
      this.announcer.say('Embauche enregistrée');
      await this.router.navigate(['/candidatures', this.id()]);
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
