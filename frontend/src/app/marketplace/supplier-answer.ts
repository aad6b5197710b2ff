import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { DeclareInterestDocument, DeclineNeedDocument, type NeedPartsFragment } from './generated/graphql';
import { Gql } from '../shared/graphql/gql';
import { Alert } from '../shared/ui/alert';
import { Failure } from '../shared/ui/failure';
import { TextField } from '../shared/ui/text-field';
import { ContactCard } from './contact-card';
import { howToAnswer, interestLabel, othersBefore } from './how-to-answer';
import { type Acted, NeedAct } from './need-act';
import { OtherStructures } from './other-structures';

/** The supplier's side of a need: interested, with answers to the buyer's questions, or not; then the buyer's contact. */
@Component({ selector: 'app-supplier-answer', imports: [Alert, Failure, TextField, ContactCard, OtherStructures], templateUrl: './supplier-answer.html' })
export class SupplierAnswer {
  readonly need = input.required<NeedPartsFragment>();
  readonly changed = output<Acted>();
  private readonly gql = inject(Gql);
  protected readonly act = new NeedAct((acted) => this.changed.emit(acted));

  protected readonly status = computed(() => this.need().mine?.status ?? 'matched');
  /** The contact was erased: interest shows none for now. */
  protected readonly gone = computed(() => this.need().contactHidden === 'gone');
  protected readonly interest = computed(() => interestLabel(this.need()));
  protected readonly others = computed(() => othersBefore(this.need()));
  protected readonly how = computed(() => howToAnswer(this.need()));
  protected readonly linkLabel = computed(() => (this.need().kind === 'TENDER' ? 'Voir l’appel d’offres' : 'Lien partagé'));
  protected readonly answers = linkedSignal<readonly string[], readonly string[]>({ source: () => this.need().questions, computation: (questions, before) => questions.map((_, i) => before?.value[i] ?? '') });
  protected readonly missing = signal(false);
  protected readonly declining = signal(false);
  protected readonly reason = signal('');
  protected readonly reasonMissing = signal('');

  protected may(action: string): boolean {
    return this.need().actions.includes(action);
  }

  protected answer(index: number, text: string): void {
    this.answers.update((now) => now.map((a, i) => (i === index ? text : a)));
  }

  protected problem(index: number): string {
    return this.missing() && !this.answers()[index]?.trim() ? 'Répondez à cette question.' : '';
  }

  protected async declare(event: Event): Promise<void> {
    event.preventDefault();
    const answers = this.answers().map((a) => a.trim());
    this.missing.set(answers.some((a) => !a));
    if (this.missing()) return;
    await this.act.run('Intérêt déclaré', answers, async (command) => (await this.gql.run(DeclareInterestDocument, { id: this.need().id, answers: answers.length ? answers : null, command })).declareInterest);
  }

  protected async decline(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.reasonMissing.set(reason ? '' : 'Dites pourquoi : l’acheteur lira votre réponse.');
    if (!reason) return;
    const done = await this.act.run('Réponse envoyée', reason, async (command) => (await this.gql.run(DeclineNeedDocument, { id: this.need().id, reason, command })).declineNeed);
    if (done) this.declining.set(false);
  }
}
