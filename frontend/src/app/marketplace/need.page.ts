import { afterRenderEffect, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NeedDocument, ViewNeedDocument } from './generated/graphql';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { JustSaved, shownSoon } from '../shared/just-saved';
import { liveChanges } from '../shared/session/live';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { Empty } from '../shared/ui/empty';
import { focusHeading } from '../shared/ui/focus-heading';
import { LiveNote } from '../shared/ui/live-note';
import { Page } from '../shared/ui/page';
import { titleAbout } from '../shared/ui/page-title';
import { ResourceState } from '../shared/ui/resource-state';
import { ContactCard } from './contact-card';
import { Moderation } from './moderation';
import type { Acted } from './need-act';
import { NeedAddress } from './need-address';
import { NeedBadge } from './need-badge';
import { NeedContact } from './need-contact';
import { NeedFacts } from './need-facts';
import { followedLink } from './need-link';
import { NeedHiding } from './need-hiding';
import { NeedPublic } from './need-public';
import { NeedSuppliers } from './need-suppliers';
import { needTitle } from './need-title';
import { SupplierAnswer } from './supplier-answer';
import { Transaction } from './transaction';

/** One need, as its author, the team, a supplier who may answer it or, once it is published, anybody may see it. */
@Component({
  selector: 'app-need',
  imports: [RouterLink, Page, ResourceState, Empty, Alert, LiveNote, NeedAddress, NeedBadge, NeedContact, NeedFacts, NeedHiding, NeedPublic, NeedSuppliers, SupplierAnswer, Transaction, Moderation, ContactCard, DayPipe],
  templateUrl: './need.page.html',
})
export class NeedPage {
  readonly id = input.required<string>();
  readonly onglet = input<string>();
  readonly page = input<string>();
  /** What the link a supplier was sent bears. */
  readonly lien = input<string>();
  protected readonly session = inject(Session);
  private readonly saved = inject(JustSaved);
  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);

  protected readonly resource = gqlResource(NeedDocument, () => ({ id: this.id() }));
  /** A link that is not of this need leads nowhere. */
  private readonly strayed = followedLink(() => ({ id: this.id(), link: this.lien() }));
  protected readonly need = computed(() => (this.resource.hasValue() && !this.strayed() ? (this.resource.value().need ?? null) : null));
  protected readonly loaded = computed(() => this.resource.hasValue());
  private readonly role = this.session.role;
  /** Neither its author, the team, nor a supplier who may answer: its role opens nothing more. */
  protected readonly anybody = computed(() => this.need()?.publicView ?? false);
  protected readonly author = computed(() => (this.role() === 'buyer' && !this.anybody()) || !!this.need()?.own);
  protected readonly staff = computed(() => this.role() === 'staff');
  protected readonly supplier = computed(() => (this.role() === 'supplier' || this.role() === 'employer') && !this.anybody() && !this.author());
  protected readonly back = computed(() => {
    if (this.author()) return { label: 'Mes besoins', link: '/besoins' };
    if (this.supplier()) return { label: 'Besoins reçus', link: '/besoins/recus' };
    return this.staff() ? { label: 'Besoins à valider', link: '/besoins/a-valider' } : { label: 'Trouver un fournisseur', link: '/fournisseurs' };
  });
  protected readonly changes = liveChanges(() => {
    const organisation = this.session.current()?.organisationId;
    if (this.staff()) return ['needs'];
    return organisation && (this.author() || this.supplier()) ? [`${this.author() ? 'buyer' : 'supplier'}:${organisation}`] : [];
  });

  protected readonly soon = shownSoon(() => this.id(), (mark) => (this.need()?.lastChange ?? '') >= mark, this.changes, () => this.resource.reload());

  protected changed(acted: Acted): void {
    this.ownUntil = Date.now() + 3000;
    this.acted = true;
    if (acted.behind) this.saved.keep(acted.id, acted.lastChange);
    this.resource.reload();
  }

  /** What moved because of this very page needs no announcement, and its author, who writes nothing here that a reading would lose, follows what suppliers do: both are read again at once. */
  private readonly own = signal(0);
  private ownUntil = 0;
  protected readonly foreign = computed(() => this.changes() - this.own());

  private acted = false;
  private toldViewed = '';

  constructor() {
    titleAbout(() => needTitle(this.need()));
    // The button of an action often goes away with it: its focus must not.
    afterRenderEffect(() => {
      if (!this.need() || !this.acted || document.activeElement !== document.body) return;
      this.acted = false;
      focusHeading();
    });
    // The first time its supplier opens it, the buyer may know; the page does not wait, and whatever becomes of it nobody reading is concerned.
    effect(() => {
      const need = this.need();
      if (!need || need.mine?.viewedOn || !this.supplier() || need.id === this.toldViewed) return;
      this.toldViewed = need.id;
      untracked(() => void this.tellViewed(need.id, need.mine === null));
    });
    effect(() => {
      if (!this.changes()) return;
      untracked(() => {
        const own = Date.now() <= this.ownUntil;
        if (!own && !this.author()) return;
        if (!own) this.announcer.say('Cette page vient d’être mise à jour.');
        this.own.update((n) => n + 1);
        this.resource.reload();
      });
    });
  }

  /** Whoever came by the need's address may answer it from then on: the page is read again. */
  private async tellViewed(id: string, newcomer: boolean): Promise<void> {
    const told = await this.gql.run(ViewNeedDocument, { id, command: newCommand() }).catch(() => null);
    if (told && newcomer) this.resource.reload();
  }

  protected may(action: string): boolean {
    return this.need()?.actions.includes(action) ?? false;
  }
}
