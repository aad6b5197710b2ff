import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataKeys } from '../vault/data-keys.js';
import { SearchRefill } from '../vault/search-refill.js';
import { Vault } from '../vault/vault.js';

/** Before anything is served: nobody who was erased has come back with a backup, and names can be searched. */
@Injectable()
export class VaultKeeper implements OnModuleInit {
  constructor(
    private readonly keys: DataKeys,
    private readonly vault: Vault,
    private readonly refill: SearchRefill,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.keys.open();
    await this.vault.applyErasures();
    await this.refill.run();
  }
}
