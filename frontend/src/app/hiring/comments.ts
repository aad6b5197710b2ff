import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked, viewChild } from '@angular/core';
import { AddCommentDocument } from '../shared/graphql/generated/documents/AddCommentDocument';
import { CommentsDocument } from '../shared/graphql/generated/documents/CommentsDocument';
import { RemoveCommentDocument } from '../shared/graphql/generated/documents/RemoveCommentDocument';
import type { ApplicationPartsFragment } from '../shared/graphql/generated/graphql';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { Gql, newCommand } from '../shared/graphql/gql';
import { MomentPipe } from '../shared/format';
import { Announcer } from '../shared/ui/announcer';
import { Confirm } from '../shared/ui/confirm';
import { Failure } from '../shared/ui/failure';
import { TextField } from '../shared/ui/text-field';

const LENGTH = 2000;

/** What colleagues of the receiving company say of an application among themselves [emplois/VIS-6]. */
@Component({
  selector: 'app-comments',
  imports: [Confirm, Failure, MomentPipe, TextField],
  templateUrl: './comments.html',
})
export class Comments {
  readonly application = input.required<string>();
  readonly comments = input.required<NonNullable<ApplicationPartsFragment['comments']>>();
  /** How many times colleagues were heard: each time, what they say is read again. */
  readonly talk = input(0);
  readonly answered = output<ApplicationPartsFragment>();
  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  private readonly question = viewChild.required(Confirm);

  protected readonly shown = linkedSignal(() => this.comments());
  protected readonly text = signal('');
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly command = signal(newCommand());
  private readonly toRemove = signal('');

  private readonly length = computed(() => this.text().trim().length);
  protected readonly counter = computed(() => `${this.length()} / ${LENGTH} caractères`);
  protected readonly problem = computed(() => {
    const over = this.length() - LENGTH;
    return over > 0 ? `Ce commentaire est trop long : retirez ${over} ${over > 1 ? 'caractères' : 'caractère'}.` : (this.failure()?.field('text') ?? '');
  });

  constructor() {
    effect(() => {
      if (this.talk() > 0) void untracked(() => this.look());
    });
  }

  /** Shows what colleagues wrote or took back since; without an answer, the next reading does. */
  private async look(): Promise<void> {
    const read = await this.gql.run(CommentsDocument, { id: this.application() }).catch(() => null);
    const comments = read?.application?.comments;
    if (!comments) return;
    const known = new Set(this.shown().map(({ id }) => id));
    if (comments.some(({ id, mine }) => !mine && !known.has(id))) this.announcer.say('Nouveau commentaire d’un collègue');
    this.shown.set(comments);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    if (this.length() > LENGTH) return;
    const said = { id: this.application(), text: this.text(), command: this.command() };
    if (await this.act('Commentaire ajouté', async () => (await this.gql.run(AddCommentDocument, said)).addComment)) this.text.set('');
  }

  protected ask(comment: string): void {
    this.toRemove.set(comment);
    this.question().open();
  }

  protected async remove(): Promise<void> {
    const which = { id: this.application(), commentId: this.toRemove(), command: this.command() };
    await this.act('Commentaire supprimé', async () => (await this.gql.run(RemoveCommentDocument, which)).removeComment);
    this.question().close();
  }

  private async act(said: string, call: () => Promise<ApplicationPartsFragment>): Promise<boolean> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.answered.emit(await call());
      this.command.set(newCommand());
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
