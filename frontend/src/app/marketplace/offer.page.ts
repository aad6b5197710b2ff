import { Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActivityPartsFragment, MyOfferDocument, RemoveActivityDocument, SetActivityDocument, SetOfferDocument, type SupplierPartsFragment } from './generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { Confirm } from '../shared/ui/confirm';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { TextField } from '../shared/ui/text-field';
import { ActivityForm, type ActivityGiven } from './activity-form';

type Acted = SupplierPartsFragment & { readonly behind: boolean };

/** A supplier's own entry: its activities decide which needs it receives. */
@Component({ selector: 'app-offer', imports: [RouterLink, Page, ResourceState, Empty, Alert, Failure, TextField, ActivityForm, Confirm], templateUrl: './offer.page.html' })
export class OfferPage {
  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  protected readonly resource = gqlResource(MyOfferDocument, () => ({}));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly offer = computed(() => (this.resource.hasValue() ? (this.resource.value().myOffer ?? null) : null));
  // What the server keeps, each apart: reading the entry again after an activity changes leaves what is being typed.
  private readonly presentationKept = computed(() => this.offer()?.presentation ?? '');
  protected readonly presentation = linkedSignal(() => this.presentationKept());
  private readonly emailKept = computed(() => this.offer()?.contact?.email ?? '');
  protected readonly email = linkedSignal(() => this.emailKept());
  private readonly phoneKept = computed(() => this.offer()?.contact?.phone ?? '');
  protected readonly phone = linkedSignal(() => this.phoneKept());
  protected readonly missing = signal('');
  protected readonly behind = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<GqlError | null>(null);
  /** The activity being written: an existing one, a new one, or none. */
  protected readonly editing = signal<ActivityPartsFragment | 'new' | null>(null);
  protected readonly removing = signal<ActivityPartsFragment | null>(null);
  private readonly question = viewChild.required(Confirm);
  private readonly commands = new Map<string, string>();
  protected readonly taken = computed(() => this.offer()?.activities.map((a) => a.sector.code) ?? []);
  protected readonly edited = computed(() => {
    const now = this.editing();
    return now === 'new' ? null : now;
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.missing.set(this.email().trim() ? '' : 'Indiquez l’adresse où recevoir les besoins.');
    if (this.missing()) return;
    const input = { presentation: this.presentation().trim(), email: this.email().trim(), phone: this.phone().trim() || null };
    await this.act('Fiche enregistrée', async (command) => (await this.gql.run(SetOfferDocument, { input, command })).setOffer);
  }

  /** Sent again after a failure, what was saved before it is not saved twice. */
  protected async saveActivity(inputs: readonly ActivityGiven[]): Promise<void> {
    const id = this.edited()?.id ?? null;
    const saved = await this.act(inputs.length > 1 ? `${inputs.length} activités enregistrées` : 'Activité enregistrée', async () => {
      let acted: Acted | null = null;
      for (const input of inputs) {
        const key = JSON.stringify([id, input]);
        const command = this.commands.get(key) ?? newCommand();
        this.commands.set(key, command);
        acted = (await this.gql.run(SetActivityDocument, { id, input, command })).setActivity;
      }
      return acted;
    });
    if (!saved) return;
    this.commands.clear();
    this.editing.set(null);
  }

  protected askRemoval(activity: ActivityPartsFragment): void {
    this.removing.set(activity);
    this.question().open();
  }

  protected async remove(): Promise<void> {
    const activity = this.removing();
    if (!activity) return;
    await this.act(`${activity.sector.label} retiré`, async (command) => (await this.gql.run(RemoveActivityDocument, { id: activity.id, command })).removeActivity);
    this.question().close();
  }

  private async act(said: string, call: (command: string) => Promise<Acted | null>): Promise<boolean> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      const acted = await call(newCommand());
      this.behind.set(acted?.behind ?? false);
      // Read again, it would show what was there before: the answer knows better.
      if (acted?.behind) this.resource.set({ myOffer: acted });
      else this.resource.reload();
      this.announcer.say(said);
      return true;
    } catch (error) {
      this.failure.set(toGqlError(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
