import { afterRenderEffect, Component, computed, type ElementRef, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DecideTogetherDocument } from '../shared/graphql/generated/documents/DecideTogetherDocument';
import type { ApplicationRowFragment } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, newCommand } from '../shared/graphql/gql';
import { Labels } from '../shared/labels';
import { Alert } from '../shared/ui/alert';
import { CheckGroup } from '../shared/ui/check-group';
import { Confirm } from '../shared/ui/confirm';
import { Failure } from '../shared/ui/failure';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';

const STUDY = { code: 'putUnderStudy', label: 'Mettre à l’étude', done: 'à l’étude' };
const ACTIONS = [
  STUDY,
  { code: 'postpone', label: 'Mettre en attente', done: 'en attente' },
  { code: 'addToPool', label: 'Mettre au vivier', done: 'au vivier' },
  { code: 'refuse', label: 'Décliner', done: 'déclinées' },
  { code: 'archive', label: 'Archiver', done: 'archivées' },
  { code: 'unarchive', label: 'Désarchiver', done: 'désarchivées' },
] as const;
type Action = (typeof ACTIONS)[number] | typeof STUDY;

const KEPT = 'Votre profil nous intéresse. Nous n’avons pas de poste à vous proposer aujourd’hui et gardons votre candidature pour une prochaine ouverture.';
const count = (n: number): string => `${n} ${n > 1 ? 'candidatures' : 'candidature'}`;

interface Told {
  readonly heading: string;
  readonly behind: boolean;
  readonly refused: readonly { readonly id: string; readonly name: string; readonly sentence: string }[];
}

/** One decision on the applications chosen in the list, after a question that says how many; what could not be done is told line by line. */
@Component({
  selector: 'app-together',
  imports: [RouterLink, Alert, Confirm, Failure, TextField, SelectField, CheckGroup],
  templateUrl: './together.html',
})
export class Together {
  readonly chosen = input.required<readonly ApplicationRowFragment[]>();
  readonly decided = output<void>();

  private readonly gql = inject(Gql);
  private readonly labels = inject(Labels);
  private readonly confirm = viewChild.required(Confirm);
  private readonly result = viewChild<ElementRef<HTMLElement>>('result');

  protected readonly most = 50;
  protected readonly actions = ACTIONS;
  protected readonly sharing = [{ code: 'share', label: 'Montrer le motif aux candidats' }];
  protected readonly action = signal<Action>(STUDY);
  protected readonly question = computed(() => `${this.action().label} : ${count(this.chosen().length)} ?`);
  protected readonly names = computed(() => this.chosen().map((a) => a.candidate.displayName).join(', '));
  protected readonly reasons = computed(() => {
    const geiq = this.chosen()[0]?.company.kind === 'GEIQ';
    return this.labels.refusalReasons().filter((r) => r.proposed && !(geiq && r.excludedForGeiq));
  });
  protected readonly byPrescriber = computed(() => this.chosen().some((a) => /prescriber|orienter/i.test(a.sender.kind)));
  protected readonly reason = signal('');
  protected readonly share = signal<readonly string[]>([]);
  protected readonly answer = linkedSignal(() => this.reasons().find((r) => r.code === this.reason())?.defaultAnswer ?? '');
  protected readonly privateAnswer = signal('');
  protected readonly missing = signal<Readonly<Record<string, string>>>({});
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly problems = computed<Readonly<Record<string, string>>>(() => ({
    ...Object.fromEntries(['answer', 'reason', 'privateAnswer'].map((field) => [field, this.failure()?.field(field) ?? ''])),
    ...this.missing(),
  }));
  protected readonly busy = signal(false);
  protected readonly told = signal<Told | null>(null);
  private command = newCommand();

  constructor() {
    afterRenderEffect(() => {
      if (this.told()) this.result()?.nativeElement.focus();
    });
  }

  protected ask(action: Action): void {
    this.action.set(action);
    this.reason.set('');
    this.share.set([]);
    this.privateAnswer.set('');
    this.answer.set(action.code === 'addToPool' ? KEPT : '');
    this.missing.set({});
    this.failure.set(null);
    this.told.set(null);
    this.command = newCommand();
    this.confirm().open();
  }

  protected async decide(): Promise<void> {
    this.missing.set(this.whatIsMissing());
    if (Object.keys(this.missing()).length) return;
    this.busy.set(true);
    this.failure.set(null);
    const chosen = this.chosen();
    const declines = this.action().code === 'refuse';
    const input = {
      action: this.action().code,
      ids: chosen.map((a) => a.id),
      answer: this.answer().trim() || null,
      ...(declines && { reason: this.reason(), shareReason: this.share().includes('share'), privateAnswer: this.privateAnswer().trim() || null }),
    };
    try {
      const { done, behind, lines } = (await this.gql.run(DecideTogetherDocument, { input, command: this.command })).decideTogether;
      const name = new Map(chosen.map((a) => [a.id, a.candidate.displayName]));
      const refused = lines.flatMap((l) => (l.done ? [] : [{ id: l.id, name: name.get(l.id) ?? '', sentence: l.sentence ?? '' }]));
      this.told.set({ heading: this.outcome(done, refused.length), refused, behind });
      this.confirm().close();
      this.decided.emit();
    } catch (error) {
      this.failure.set(toGqlError(error));
    } finally {
      this.busy.set(false);
    }
  }

  private outcome(done: number, refused: number): string {
    const words = this.action().done;
    const state = done > 1 ? words : words.replace(/ées$/, 'ée');
    return (done ? `${count(done)} ${state}` : 'Aucune candidature n’a changé') + (refused ? ` ; ${count(refused)} ${refused > 1 ? 'restent' : 'reste'} en l’état` : '');
  }

  private whatIsMissing(): Record<string, string> {
    const { code } = this.action();
    const declines = code === 'refuse';
    return {
      ...(declines && !this.reason() && { reason: 'Choisissez un motif.' }),
      ...((declines || code === 'postpone') && !this.answer().trim() && { answer: 'Écrivez une réponse aux candidats.' }),
      ...(declines && this.byPrescriber() && !this.privateAnswer().trim() && { privateAnswer: 'Écrivez une réponse aux prescripteurs : elle les aide à orienter les personnes.' }),
    };
  }
}
