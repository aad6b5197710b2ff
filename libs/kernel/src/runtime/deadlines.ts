import { Logger } from '@nestjs/common';
import type { Clock } from '../clock.js';
import type { Database } from '../database.js';
import { derivedId } from '../ids.js';
import type { Deadline, DeadlineKind } from '../policy.js';
import { Refusal } from '../refusal.js';
import { noteRefused } from './bookkeeping.js';
import { errorCode } from './error-code.js';
import { Runs } from './runs.js';

const AT_ONCE = 500;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** From so many failures in a row on, staff are told. */
const WORTH_TELLING = 10;

/** The same for everybody who fires this deadline: also what its command's id should derive from. */
export const deadlineId = ({ kind, subject, due }: Deadline): string => derivedId('deadline', kind, subject, due);

/**
 * Fires what is due, each deadline once: a row that is still there because its read model has not caught up is passed over.
 * What fails is tried again for ever, after pauses that grow to an hour, so that it keeps nobody from their turn and is never lost.
 */
export class Deadlines {
  readonly #log = new Logger('Deadlines');
  readonly #runs = new Runs();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly kinds: () => readonly DeadlineKind[],
  ) {}

  /** Looks once at every kind; answers how many were fired. */
  async tick(stop?: AbortSignal): Promise<number> {
    let fired = 0;
    for (const kind of this.kinds()) {
      try {
        fired += await this.#tickKind(kind, stop);
      } catch (error) {
        this.#log.error(`deadlines ${kind.kind} could not be looked at, next time: ${errorCode(error)}`);
      }
    }
    return fired;
  }

  async #tickKind(kind: DeadlineKind, stop?: AbortSignal): Promise<number> {
    const run = this.#runs.begin(kind, this.clock.now());
    if (!run) return 0;
    const now = new Date(this.clock.now()).toISOString();
    for (let limit = AT_ONCE; ; ) {
      const due = await kind.due(now, limit);
      const undone = await this.#notDone(due);
      for (const deadline of undone) {
        if (stop?.aborted) return run.fired;
        if (run.takes(deadline) && (await this.#fire(kind, deadline))) run.count(deadline);
      }
      if (due.length < limit || run.full) return run.fired;
      if (undone.length === 0) limit *= 2;
    }
  }

  async #notDone(due: readonly Deadline[]): Promise<readonly Deadline[]> {
    if (due.length === 0) return due;
    const done = await this.database.rows<{ id: string }>('select id from runtime.deadline_done where id = any($1::uuid[])', [due.map(deadlineId)]);
    const ids = new Set(done.map(({ id }) => id));
    return due.filter((deadline) => !ids.has(deadlineId(deadline)) && !this.#rests(deadlineId(deadline)));
  }

  async #fire(kind: DeadlineKind, deadline: Deadline): Promise<boolean> {
    const at = new Date(this.clock.now()).toISOString();
    const [cause, policy] = [deadlineId(deadline), `deadline:${kind.kind}`];
    const noted = (error: unknown, facts: object) => noteRefused(this.database, { policy, cause, position: -1, code: errorCode(error), facts, at });
    let outcome = 'fired';
    try {
      await kind.fire(deadline);
    } catch (error) {
      outcome = errorCode(error);
      if (!(error instanceof Refusal)) {
        this.#log.error(`a deadline ${kind.kind} failed, to be tried again: ${outcome}`);
        if (this.#failed(cause) === WORTH_TELLING) await noted(error, { failures: WORTH_TELLING });
        return false;
      }
      await noted(error, error.facts);
    }
    await this.database.run('insert into runtime.deadline_done (id, kind, due, outcome, at) values ($1, $2, $3, $4, $5) on conflict do nothing', [cause, kind.kind, deadline.due, outcome, at]);
    if (outcome !== 'fired') return false;
    if (this.#resting.delete(cause)) await this.database.run('delete from runtime.refused_command where policy = $1 and cause = $2', [policy, cause]);
    return true;
  }

  readonly #resting = new Map<string, { readonly failures: number; readonly until: number }>();

  #rests(id: string): boolean {
    return (this.#resting.get(id)?.until ?? 0) > this.clock.now();
  }

  #failed(id: string): number {
    const failures = (this.#resting.get(id)?.failures ?? 0) + 1;
    this.#resting.set(id, { failures, until: this.clock.now() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)) });
    return failures;
  }
}
