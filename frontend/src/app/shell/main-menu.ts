import { Component, computed, effect, inject, output, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { filter, map } from 'rxjs';
import { NeedsToAnswerDocument } from '../shared/graphql/generated/documents/NeedsToAnswerDocument';
import { Gql } from '../shared/graphql/gql';
import { Session } from '../shared/session/session';
import { isGroup, type NavEntry, navigationFor, type NavLink } from './navigation';

/** The links of a role; a group opens under its button, one at a time, and closes on Escape or when one follows a link. */
@Component({
  selector: 'app-main-menu',
  imports: [RouterLink, RouterLinkActive],
  templateUrl: './main-menu.html',
  host: { '(document:keydown.escape)': "opened.set('')" },
})
export class MainMenu {
  readonly followed = output<void>();
  private readonly gql = inject(Gql);
  private readonly session = inject(Session);
  protected readonly isGroup = isGroup;
  protected readonly entries = computed<readonly NavEntry[]>(() => navigationFor(this.session.role()));
  /** The label of the open group. */
  protected readonly opened = signal('');
  private readonly arrived = toSignal(inject(Router).events.pipe(filter((e) => e instanceof NavigationEnd), map((e) => e.urlAfterRedirects)), { initialValue: '' });
  private readonly supplier = computed(() => {
    const role = this.session.role();
    return role === 'employer' || role === 'supplier' ? (this.session.current()?.organisationId ?? null) : null;
  });
  private readonly waiting = signal(0);

  constructor() {
    // Asked when one arrives, when one changes organisation, and when one goes to the needs or comes from them.
    let before: { supplier: string | null; needs: boolean } = { supplier: null, needs: false };
    effect(() => {
      const now = { supplier: this.supplier(), needs: this.arrived().startsWith('/besoins') };
      untracked(() => {
        if (now.supplier !== before.supplier || now.needs || before.needs) void this.ask(now.supplier);
        before = now;
      });
    });
  }

  /** A number that cannot be had is not shown; the link stays. */
  private async ask(supplier: string | null): Promise<void> {
    const found = supplier ? await this.gql.run(NeedsToAnswerDocument, {}).catch(() => null) : null;
    if (supplier === this.supplier()) this.waiting.set(found?.needsToAnswer ?? 0);
  }

  protected count(links: readonly NavLink[]): number {
    return links.some((link) => link.counted) ? this.waiting() : 0;
  }

  protected within(links: readonly NavLink[]): boolean {
    return links.some((link) => this.arrived().split(/[?#]/)[0]?.startsWith(link.path));
  }

  protected toggle(label: string): void {
    this.opened.update((now) => (now === label ? '' : label));
  }

  protected follow(): void {
    this.opened.set('');
    this.followed.emit();
  }
}
