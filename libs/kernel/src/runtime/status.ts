import type { Database } from '../database.js';
import type { EventStore } from '../event-store.js';
import type { Projection } from '../projection.js';
import type { ReadCopy } from '../read-models.js';
import { checkpoints, failedReaders } from './bookkeeping.js';
import { NEXT } from './projection-track.js';
import type { Worker } from './worker.js';

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  /** Last commit position taken; -1 when nothing yet. */
  readonly position: number;
  /** Commit positions between it and the head of the log. */
  readonly lag: number;
  /** Number of keys set aside. */
  readonly parked: number;
  readonly state: 'live' | 'rebuilding' | 'failed';
}

export interface RuntimeSnapshot {
  readonly store: EventStore['kind'];
  /** Commit position of the last event; null when the log is empty. */
  readonly head: number | null;
  /** This process is the one that follows the log. */
  readonly working: boolean;
  readonly projections: readonly ProjectionStatus[];
  readonly policies: readonly { readonly name: string; readonly position: number; readonly lag: number }[];
  readonly parked: readonly { readonly projection: string; readonly key: string; readonly position: number; readonly error: string; readonly since: string; readonly later: number }[];
  readonly refusedCommands: readonly { readonly policy: string; readonly position: number; readonly code: string; readonly at: string }[];
}

const LISTED = 200;

/** How the read models and the policies are doing: for the health endpoints, the metrics and the staff page. */
export class RuntimeStatus {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly projections: readonly Projection[],
    private readonly worker: Worker,
    private readonly copies: () => readonly ReadCopy[] = () => [],
  ) {}

  /** How far the rebuild of these has come: the position of the last; null when none is under way. */
  async rebuilding(names: readonly string[]): Promise<number | null> {
    const here = this.worker.runner?.joining.filter(({ projection }) => names.includes(projection.name)).map(({ position }) => position) ?? [];
    if (here.length > 0) return Math.max(0, Math.min(...here));
    const positions = (await checkpoints(this.database)).filter(({ name }) => names.some((asked) => name === asked + NEXT)).map(({ position }) => position);
    return positions.length === 0 ? null : Math.max(0, Math.min(...positions));
  }

  async snapshot(): Promise<RuntimeSnapshot> {
    const [head, rows, failed, parked, refusedCommands] = await Promise.all([
      this.store.head(),
      checkpoints(this.database),
      failedReaders(this.database),
      this.database.rows<RuntimeSnapshot['parked'][number]>(
        `select reader as projection, key, position, error, since, later from runtime.parked order by since desc, reader, key limit ${LISTED}`,
      ),
      this.database.rows<RuntimeSnapshot['refusedCommands'][number]>(
        `select policy, position, code, at from runtime.refused_command order by at desc, policy limit ${LISTED}`,
      ),
    ]);
    const counts = new Map(
      (await this.database.rows<{ reader: string; n: number }>('select reader, count(*) as n from runtime.parked group by reader')).map(({ reader, n }) => [reader, n]),
    );
    const { runner } = this.worker;
    const lag = (position: number) => Math.max(0, (head?.position ?? -1) - position);
    const projections = this.projections.map((projection): ProjectionStatus => {
      const row = rows.find(({ name }) => name === projection.name);
      const position = Math.max(row?.position ?? -1, runner?.positionOf(projection.name) ?? -1);
      const rebuilding = rows.some(({ name }) => name === projection.name + NEXT) || runner?.joining.some((track) => track.projection === projection);
      const hasFailed = runner ? runner.hasFailed(projection) : failed.has(projection.name) || failed.has(projection.name + NEXT);
      const state = hasFailed ? 'failed' : rebuilding ? 'rebuilding' : 'live';
      return { name: projection.name, version: row?.version ?? projection.version, position, lag: lag(position), parked: counts.get(projection.name) ?? 0, state };
    });
    const copies = (await Promise.all(this.copies().map(async (copy) => ({ name: copy.name, version: 1, parked: 0, status: await copy.status() })))).flatMap(
      ({ status, ...copy }): ProjectionStatus[] => (status ? [{ ...copy, ...status }] : []),
    );
    const policies = rows
      .filter(({ name }) => name.startsWith('policy:'))
      .map(({ name, position: written }) => {
        const position = Math.max(written, runner?.policies.find((policy) => policy.name === name)?.position ?? -1);
        return { name: name.slice('policy:'.length), position, lag: lag(position) };
      });
    return { store: this.store.kind, head: head?.position ?? null, working: runner !== null, projections: [...projections, ...copies], policies, parked, refusedCommands };
  }
}
