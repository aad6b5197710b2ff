import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AcceptNirCorrectionDocument } from '../shared/graphql/generated/documents/AcceptNirCorrectionDocument';
import { NirCorrectionDocument } from '../shared/graphql/generated/documents/NirCorrectionDocument';
import { RefuseNirCorrectionDocument } from '../shared/graphql/generated/documents/RefuseNirCorrectionDocument';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { StatusBadge } from '../shared/status-badge';
import { Announcer } from '../shared/ui/announcer';
import { Confirm } from '../shared/ui/confirm';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { TextField } from '../shared/ui/text-field';

/** One request about a number, read and answered by the team [emplois/CAN-27]. */
@Component({
  selector: 'app-nir-correction',
  imports: [RouterLink, Page, ResourceState, Empty, Failure, Confirm, TextField, StatusBadge, DayPipe],
  templateUrl: './nir-correction.page.html',
})
export class NirCorrectionPage {
  readonly id = input.required<string>();
  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  private readonly confirm = viewChild.required(Confirm);

  protected readonly resource = gqlResource(NirCorrectionDocument, () => ({ id: this.id() }));
  protected readonly loaded = computed(() => this.resource.hasValue());
  protected readonly request = computed(() => (this.resource.hasValue() ? this.resource.value().nirCorrection : null));
  protected readonly question = signal<'accept' | 'refuse'>('accept');
  protected readonly explanation = signal('');
  protected readonly missing = signal('');
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  /** One decision per question asked: a second click on its button is the same decision. */
  private command = newCommand();

  protected ask(question: 'accept' | 'refuse'): void {
    this.question.set(question);
    this.missing.set('');
    this.failure.set(null);
    this.command = newCommand();
    this.confirm().open();
  }

  protected async confirmed(): Promise<void> {
    const refusing = this.question() === 'refuse';
    const explanation = this.explanation().trim();
    if (refusing && !explanation) return this.missing.set('Écrivez le motif du refus.');
    this.busy.set(true);
    try {
      const asked = { id: this.id(), command: this.command };
      const nirCorrection = refusing
        ? (await this.gql.run(RefuseNirCorrectionDocument, { ...asked, explanation })).refuseNirCorrection
        : (await this.gql.run(AcceptNirCorrectionDocument, asked)).acceptNirCorrection;
      this.resource.set({ nirCorrection });
      this.announcer.say(refusing ? 'Demande refusée' : 'Numéro corrigé');
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
      // What is wrong with the words is read beside them.
      if (!this.failure()?.field('explanation')) this.confirm().close();
    }
  }
}
