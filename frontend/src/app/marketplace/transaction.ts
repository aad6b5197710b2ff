import { Component, computed, inject, input, output, signal } from '@angular/core';
import { ContractPartnersDocument, type NeedPartsFragment, RecordTransactionDocument } from './generated/graphql';
import { Gql, gqlResource } from '../shared/graphql/gql';
import { CountPipe, DayPipe } from '../shared/format';
import { Session } from '../shared/session/session';
import { Failure } from '../shared/ui/failure';
import { RadioGroup } from '../shared/ui/radio-group';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import { euros } from './euros';
import { type Acted, NeedAct } from './need-act';

const SOMEBODY_ELSE = 'other';

/** Whether a contract was signed, with whom and for how much: each side says its own. */
@Component({ selector: 'app-transaction', imports: [Failure, RadioGroup, SelectField, TextField, CountPipe, DayPipe], templateUrl: './transaction.html' })
export class Transaction {
  readonly need = input.required<NeedPartsFragment>();
  readonly changed = output<Acted>();
  private readonly gql = inject(Gql);
  private readonly session = inject(Session);
  protected readonly act = new NeedAct((acted) => this.changed.emit(acted));

  protected readonly buyer = computed(() => this.session.role() === 'buyer' || this.need().own);
  protected readonly staff = computed(() => this.session.role() === 'staff');
  /** The buyer and the team name the supplier; a supplier speaks for itself. */
  protected readonly choosing = computed(() => this.buyer() || this.staff());
  protected readonly hint = computed(() => {
    if (this.staff()) return 'La réponse de l’équipe l’emporte sur celles de l’acheteur et des fournisseurs ; vous pourrez la corriger';
    return this.buyer() ? '« Oui » et « Non » ne peuvent plus être changés ensuite' : 'Votre réponse ne peut plus être changée ensuite';
  });
  protected readonly open = computed(() => this.need().actions.includes('recordTransaction'));
  private readonly id = computed(() => (this.choosing() && this.open() ? this.need().id : null));
  private readonly targeted = gqlResource(ContractPartnersDocument, () => {
    const id = this.id();
    return id ? { id } : undefined;
  });
  /** Everybody the need was sent to, those interested first; then whoever else. */
  protected readonly partners = computed(() => {
    const known = this.targeted.hasValue() ? this.targeted.value().contractPartners : [];
    return [...known.map((s) => ({ code: s.id, label: s.city ? `${s.name} (${s.city})` : s.name })), { code: SOMEBODY_ELSE, label: 'Un autre fournisseur, hors de la plateforme' }];
  });
  protected readonly choices = computed(() => [{ code: 'yes', label: 'Oui' }, { code: 'no', label: 'Non' }, ...(this.buyer() ? [{ code: 'not_yet', label: 'Pas encore' }] : [])]);
  protected readonly said = computed(() => (this.choosing() ? this.need().buyerSaid : this.need().mine?.supplierSaid) ?? null);
  protected readonly words: Readonly<Record<string, string>> = { yes: 'contrat signé', no: 'pas de contrat', not_yet: 'pas encore de contrat' };
  protected readonly sources: Readonly<Record<string, string>> = { buyer: 'l’acheteur', supplier: 'le fournisseur', admin: 'l’équipe de la plateforme' };
  protected readonly answer = signal('');
  protected readonly partner = signal('');
  protected readonly amount = signal('');
  protected readonly feedback = signal('');
  protected readonly problems = signal<Readonly<Record<string, string>>>({});

  protected async record(event: Event): Promise<void> {
    event.preventDefault();
    const yes = this.answer() === 'yes';
    const problems: Record<string, string> = {};
    if (!this.answer()) problems['answer'] = 'Choisissez une réponse.';
    if (yes && this.choosing() && !this.partner()) problems['partner'] = 'Choisissez la structure avec laquelle le contrat a été signé.';
    if (yes && this.amount().trim() && euros(this.amount()) === null) problems['amount'] = 'Indiquez un montant en euros entiers, par exemple 12 000.';
    this.problems.set(problems);
    if (Object.keys(problems).length) return;
    const supplierId = yes && this.choosing() && this.partner() !== SOMEBODY_ELSE ? this.partner() : null;
    const given = { answer: this.answer(), supplierId, amount: yes ? euros(this.amount()) : null, feedback: this.feedback().trim() || null };
    await this.act.run('Transaction enregistrée', given, async (command) => (await this.gql.run(RecordTransactionDocument, { id: this.need().id, input: given, command })).recordTransaction);
  }
}
