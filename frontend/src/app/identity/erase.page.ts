import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { ErasePersonDocument } from '../shared/graphql/generated/documents/ErasePersonDocument';
import { ErasureReasonsDocument } from '../shared/graphql/generated/documents/ErasureReasonsDocument';
import { PassOfPersonToEraseDocument } from '../shared/graphql/generated/documents/PassOfPersonToEraseDocument';
import { PersonToEraseDocument } from '../shared/graphql/generated/documents/PersonToEraseDocument';
import type { PassOfPersonToEraseQuery, PersonToErasePartsFragment } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, gqlResource, newCommand } from '../shared/graphql/gql';
import { DayPipe, MomentPipe } from '../shared/format';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { Confirm } from '../shared/ui/confirm';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';

const WORD = 'EFFACER';
const kinds: Readonly<Record<string, string>> = { candidate: 'Candidat', professional: 'Professionnel', staff: 'Membre de l’équipe' };

/** The team erases a person: find, look at what goes and what stays, say why, type the word. What was typed stays out of the address. */
@Component({ selector: 'app-erase', imports: [Page, Alert, Failure, Confirm, TextField, SelectField, DayPipe, MomentPipe], templateUrl: './erase.page.html' })
export class ErasePage {
  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  private readonly confirm = viewChild.required(Confirm);

  protected readonly word = WORD;
  protected readonly reasons = gqlResource(ErasureReasonsDocument, () => ({}));
  protected readonly choices = computed(() => (this.reasons.hasValue() ? this.reasons.value().erasureReasons : []));
  protected readonly search = signal('');
  protected readonly searchError = signal('');
  protected readonly person = signal<PersonToErasePartsFragment | null>(null);
  protected readonly kind = computed(() => kinds[this.person()?.kind ?? ''] ?? '');
  protected readonly pass = signal<PassOfPersonToEraseQuery['pass']>(null);
  protected readonly running = computed(() => !!this.pass() && this.pass()!.state !== 'EXPIRED');
  protected readonly reason = signal('');
  protected readonly reasonError = signal('');
  protected readonly typed = signal('');
  protected readonly typedError = signal('');
  protected readonly erased = signal('');
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private command = newCommand();

  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    this.person.set(null);
    this.pass.set(null);
    this.erased.set('');
    this.searchError.set('');
    await this.attempt(async () => {
      const { personToErase } = await this.gql.run(PersonToEraseDocument, { search: this.search().trim() });
      if (personToErase.kind === 'candidate') this.pass.set((await this.gql.run(PassOfPersonToEraseDocument, { id: personToErase.id })).pass);
      this.reason.set('');
      this.reasonError.set('');
      this.command = newCommand();
      this.person.set(personToErase);
    });
    this.beside();
  }

  protected ask(): void {
    this.reasonError.set(this.reason() ? '' : 'Choisissez la raison de l’effacement.');
    if (this.reasonError()) return;
    this.typed.set('');
    this.typedError.set('');
    this.confirm().open();
  }

  protected async confirmed(): Promise<void> {
    const person = this.person()!;
    this.typedError.set(this.typed().trim() === WORD ? '' : `Saisissez le mot ${WORD}, en majuscules.`);
    if (this.typedError()) return;
    await this.attempt(async () => {
      await this.gql.run(ErasePersonDocument, { id: person.id, reason: this.reason(), command: this.command });
      this.person.set(null);
      this.search.set('');
      this.erased.set(person.displayName);
      this.announcer.say('Les données ont été effacées');
    });
    this.confirm().close();
  }

  /** What the server says of the only field of the search is read beside it. */
  private beside(): void {
    const said = this.failure();
    const sentence = said?.field('search') || (said?.code === 'identity/person-unknown' ? said.message : '');
    if (!sentence) return;
    this.searchError.set(sentence);
    this.failure.set(null);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }
}
