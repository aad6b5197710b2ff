import { EsdbDouble } from './esdb-double.js';
import { EsdbLog } from './esdb-log.js';
import type { Member } from './esdb-messages.js';

/** Three nodes on the wire that hold one log: all tell who leads, one of them does, and another is elected when it dies. */
export class EsdbCluster {
  readonly #log = new EsdbLog();
  readonly nodes: readonly EsdbDouble[] = [0, 1, 2].map(() => new EsdbDouble({ batchAppend: true, gossip: { members: () => this.#members() } }, this.#log));
  readonly #dead = new Set<EsdbDouble>();
  #leader = this.nodes[0]!;

  get url(): string {
    return `esdb://${this.nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}?tls=false&nodePreference=leader`;
  }

  get leader(): EsdbDouble {
    return this.#leader;
  }

  async listen(): Promise<this> {
    for (const node of this.nodes) await node.listen();
    return this;
  }

  /** The leader dies and another is elected; it comes back as a follower when the next one dies. */
  async killLeader(): Promise<void> {
    const dead = this.#leader;
    this.#leader = this.nodes[(this.nodes.indexOf(dead) + 1) % 3]!;
    const back = [...this.#dead];
    this.#dead.clear();
    this.#dead.add(dead);
    dead.kill();
    for (const node of back) await node.listen();
  }

  /** Another leader while all live on: reads of the former one stay behind from now on. */
  elect(node: EsdbDouble): void {
    this.#leader.known = this.#log.all.length;
    node.known = Infinity;
    this.#leader = node;
  }

  close(): void {
    for (const node of this.nodes) node.kill();
  }

  #members(): readonly Member[] {
    return this.nodes.map((node) => ({ port: node.port, leader: node === this.#leader, alive: !this.#dead.has(node) }));
  }
}
