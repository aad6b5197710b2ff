import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, EventStore } from '#kernel';
import { describeError } from '#kernel/api';
import { openSealKey } from '#kernel/seal-key';
import { Sealer } from '#kernel/sealer';
import type { Config } from '../config.js';
import { CONFIG } from '../tokens.js';

/** Workers seal the log every minute, once more when they stop; several may, the first one counts. */
@Injectable()
export class Sealing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('sealing');
  #sealer: Sealer | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: EventStore,
    private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role === 'api') return;
    this.#sealer = new Sealer(this.store, this.database, openSealKey(this.config.sealKeyFile), this.config.sealsFile);
    await this.#sealer.open();
    await this.seal();
    this.#sealer.start((error) => this.#tell(error));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#sealer?.stop();
    await this.seal();
  }

  private async seal(): Promise<void> {
    await this.#sealer?.seal().catch((error: unknown) => this.#tell(error));
  }

  #tell(error: unknown): void {
    this.#log.error(`the log could not be sealed: ${JSON.stringify(describeError(error))}`);
  }
}
