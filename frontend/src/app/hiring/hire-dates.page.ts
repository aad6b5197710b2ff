import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ApplicationDocument } from '../shared/graphql/generated/documents/ApplicationDocument';
import { ChangeHireDatesDocument } from '../shared/graphql/generated/documents/ChangeHireDatesDocument';
import { GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { daysLater, DayPipe, formatDay, today } from '../shared/format';
import { JustSaved } from '../shared/just-saved';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { Confirm } from '../shared/ui/confirm';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { TextField } from '../shared/ui/text-field';

const DAYS_AHEAD = 30;
const missing = 'Indiquez la date de début du contrat.';
const startMissing = new GqlError(missing, 'hiring/start-missing', [{ field: 'startsOn', code: 'hiring/start-missing', message: missing }]);

/** Other dates for a contract that has not begun; what that does to the PASS is said before confirming [emplois/ACP-11]. */
@Component({
  selector: 'app-hire-dates',
  imports: [RouterLink, Page, ResourceState, Empty, Failure, Alert, Confirm, TextField, DayPipe],
  templateUrl: './hire-dates.page.html',
})
export class HireDatesPage {
  readonly id = input.required<string>();
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly saved = inject(JustSaved);
  private readonly question = viewChild(Confirm);

  protected readonly resource = gqlResource(ApplicationDocument, () => ({ id: this.id() }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly application = computed(() => (this.resource.hasValue() ? this.resource.value().application : null));
  protected readonly start = linkedSignal(() => this.application()?.startsOn ?? '');
  protected readonly end = linkedSignal(() => this.application()?.endsOn ?? '');
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  /** Another form is another decision. */
  private readonly command = linkedSignal(() => (this.start(), this.end(), newCommand()));

  protected readonly earliest = today();
  private readonly pass = computed(() => this.application()?.pass ?? null);
  protected readonly passWaits = computed(() => (this.pass()?.start ?? '') > this.earliest);
  /** Thirty days from now, or the eve of the last day of a PASS that has started. */
  protected readonly latest = computed(() => {
    const [far, pass] = [daysLater(this.earliest, DAYS_AHEAD), this.pass()];
    const eve = pass && !this.passWaits() ? daysLater(pass.end, -1) : far;
    return eve < far ? eve : far;
  });
  protected readonly hint = computed(() => `Du ${formatDay(this.earliest)} au ${formatDay(this.latest())}`);

  protected ask(event: Event): void {
    event.preventDefault();
    this.failure.set(this.start() ? null : startMissing);
    if (this.start()) this.question()?.open();
  }

  protected async change(): Promise<void> {
    this.busy.set(true);
    try {
      const input = { startsOn: this.start(), endsOn: this.end() || null };
      const { changeHireDates } = await this.gql.run(ChangeHireDatesDocument, { id: this.id(), input, command: this.command() });
      if (changeHireDates.behind) this.saved.keep(changeHireDates.id, changeHireDates.lastChange);
      this.announcer.say('Dates du contrat modifiées');
      this.question()?.close();
      await this.router.navigate(['/candidatures', this.id()]);
    } catch (error) {
      this.question()?.close();
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
