import { inject, signal } from '@angular/core';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { newCommand } from '../shared/graphql/gql';
import { Announcer } from '../shared/ui/announcer';

/** The server's word after an action; the page then reads the need again. */
export interface Acted {
  readonly id: string;
  readonly behind: boolean;
  readonly lastChange: string;
}

/** One action on a need: busy while it runs, refused with its sentence, said aloud when done. A second try of the same content is the same command. */
export class NeedAct {
  readonly busy = signal(false);
  readonly failure = signal<GqlError | null>(null);
  private readonly announcer = inject(Announcer);
  private last = { content: '', command: '' };

  constructor(private readonly done: (acted: Acted) => void) {}

  async run(said: string, content: unknown, call: (command: string) => Promise<Acted>): Promise<boolean> {
    const key = JSON.stringify([said, content]);
    if (key !== this.last.content) this.last = { content: key, command: newCommand() };
    this.busy.set(true);
    this.failure.set(null);
    try {
      const acted = await call(this.last.command);
      this.last = { content: '', command: '' };
      this.done(acted);
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
