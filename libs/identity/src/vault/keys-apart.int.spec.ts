import { describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { OrganisationsQueries } from '#organisations';
import { actors, testApp } from '#testing';
import { freshDatabase } from '../../../../tests/support/database.js';
import { IdentityModule } from '../identity.module.js';
import { DataKeys } from './data-keys.js';
import { ErasureLedger } from './erasure-ledger.js';
import { Vault } from './vault.js';

describe('Wrapped keys', () => {
  it('may live in a database of their own, and the platform’s own holds none', async () => {
    const keys = await freshDatabase();
    const Neighbours = {
      module: class Neighbours {},
      global: true,
      providers: [{ provide: OrganisationsQueries, useValue: {} }],
      exports: [OrganisationsQueries],
    };
    const app = await testApp({ modules: [Neighbours, IdentityModule], config: { keysDatabaseUrl: keys.url } });
    try {
      const [id, vault] = [newId(), app.get(Vault)];
      await vault.reserve({
        id,
        kind: 'candidate',
        document: { firstName: 'Ana', lastName: 'Essai' },
        by: actors.prescriber(),
        command: newId(),
        at: '2026-03-10T09:00:00.000Z',
      });
      expect((await vault.read(id))?.document).toEqual({ firstName: 'Ana', lastName: 'Essai' });
      expect(await app.database.one(`select to_regclass('identity_keys.data_key')::text as found`)).toEqual({ found: null });
      await vault.erase(id, { at: '2026-03-11T09:00:00.000Z', by: actors.staff().id, reason: 'asked for' });
      expect(await app.get(ErasureLedger).reconcile()).toEqual([id]);
      expect((await app.get(DataKeys).of([id])).size).toBe(0);
    } finally {
      await app.close();
      await keys.drop();
    }
  }, 60_000);
});
