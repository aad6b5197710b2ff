import { type EventMeta, newId, NO_STREAM, type SetClock, type StreamHead } from '#kernel';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import type { TestApp } from '../../testing/src/app.js';
import { HISTORY, ids } from './domain/history.fixture.js';

/** What was read of people, and why. */
export const readings: { readonly purpose: string; readonly ids: readonly string[] }[] = [];
const people = {
  summaries: (of: readonly string[], { purpose }: { purpose: string }) => {
    readings.push({ purpose, ids: of });
    return Promise.resolve(new Map(of.map((id) => [id, { id, displayName: 'Personne Fictive', masked: false, birthDate: null, city: null, hasNir: true }])));
  },
  accountNames: () => Promise.resolve(new Map([[ids.prescriber, { firstName: 'Camille', lastName: 'Exemple' }]])),
};
const organisations = { organisations: () => Promise.resolve(new Map([[ids.company, { id: ids.company, name: 'Atelier Fictif', kind: 'ACI', city: 'Nîmes' }]])) };
/** Identity and organisations, as far as a history asks them. */
export const neighbours = {
  module: class Neighbours {},
  global: true,
  providers: [{ provide: IdentityQueries, useValue: people }, { provide: OrganisationsQueries, useValue: organisations }],
  exports: [IdentityQueries, OrganisationsQueries],
};

const WHO = { prescriber: [ids.prescriber, ids.prescriberOrganisation], employer: [ids.employer, ids.company], system: [newId(), null] } as const;
/** Writes the fixture's hire, one fact a minute. */
export const writeHistory = async (app: TestApp, clock: SetClock) => {
  const heads = new Map<string, StreamHead>();
  for (const [role, stream, { type, data }] of HISTORY) {
    clock.advance(60_000);
    const [actor, organisation] = WHO[role];
    const command = newId();
    const meta = { occurred: new Date(clock.now()).toISOString(), actor, organisation, role, command, correlation: command, causation: null } as EventMeta;
    const { head } = await app.store.append(stream, heads.get(stream) ?? NO_STREAM, [{ id: newId(), type, version: 1, data, meta }]);
    heads.set(stream, head);
  }
};
