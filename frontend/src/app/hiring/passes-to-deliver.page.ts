import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { DeliverPassDocument } from '../shared/graphql/generated/documents/DeliverPassDocument';
import { PassesToDeliverDocument } from '../shared/graphql/generated/documents/PassesToDeliverDocument';
import { RefusePassDeliveryDocument } from '../shared/graphql/generated/documents/RefusePassDeliveryDocument';
import type { PassesToDeliverQuery } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { Announcer } from '../shared/ui/announcer';
import { Badge } from '../shared/ui/badge';
import { Cell } from '../shared/ui/cell';
import { Confirm } from '../shared/ui/confirm';
import { Empty } from '../shared/ui/empty';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { ResultCount } from '../shared/ui/result-count';
import { Table } from '../shared/ui/table';
import { TextField } from '../shared/ui/text-field';

type Waiting = PassesToDeliverQuery['passesToDeliver']['items'][number];

/** The team checks who people are: PASS IAE that no number allowed to deliver at once. */
@Component({
  selector: 'app-passes-to-deliver',
  imports: [Page, ResourceState, ResultCount, Failure, Empty, Table, Cell, Badge, Confirm, TextField, DayPipe],
  templateUrl: './passes-to-deliver.page.html',
})
export class PassesToDeliverPage {
  readonly page = input<string>();
  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  private readonly confirm = viewChild.required(Confirm);

  protected readonly columns = [
    { key: 'salarie', label: 'Salarié' }, { key: 'employeur', label: 'Employeur' }, { key: 'envoyee', label: 'Candidature envoyée par' },
    { key: 'debut', label: 'Début du contrat' }, { key: 'identite', label: 'Identité' }, { key: 'decision', label: 'Décision' },
  ];
  protected readonly resource = gqlResource(PassesToDeliverDocument, () => ({ page: Number(this.page() ?? 1) }));
  /** Decided here; the list as it is read may still have them for a moment. */
  private readonly decided = signal<readonly string[]>([]);
  protected readonly list = computed(() => {
    const read = this.resource.hasValue() ? this.resource.value().passesToDeliver : null;
    const items = read?.items.filter(({ application }) => !this.decided().includes(application.id)) ?? [];
    return read && { ...read, items, total: read.total - (read.items.length - items.length) };
  });
  protected readonly question = signal<'deliver' | 'refuse'>('deliver');
  protected readonly chosen = signal<Waiting | null>(null);
  protected readonly explanation = signal('');
  protected readonly missing = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<GqlError | null>(null);
  /** One decision per question asked: a second click on its button is the same decision. */
  private command = newCommand();

  protected ask(question: 'deliver' | 'refuse', waiting: Waiting): void {
    this.question.set(question);
    this.chosen.set(waiting);
    this.explanation.set('');
    this.missing.set('');
    this.failure.set(null);
    this.command = newCommand();
    this.confirm().open();
  }

  protected async confirmed(): Promise<void> {
    const id = this.chosen()!.application.id;
    const explanation = this.explanation().trim();
    const refusing = this.question() === 'refuse';
    if (refusing && !explanation) return this.missing.set('Écrivez le motif du refus.');
    this.busy.set(true);
    try {
      if (refusing) await this.gql.run(RefusePassDeliveryDocument, { id, explanation, command: this.command });
      else await this.gql.run(DeliverPassDocument, { id, command: this.command });
      this.decided.update((ids) => [...ids, id]);
      this.announcer.say(refusing ? 'PASS IAE refusé' : 'PASS IAE délivré');
      this.resource.reload();
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
      this.confirm().close();
    }
  }
}
