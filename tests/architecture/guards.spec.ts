import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { ACCESS } from '#kernel/api';
import { answering } from '../../apps/platform/src/contexts.js';
import { entryPointsOf } from '../../apps/platform/src/graphql/resolvers.js';
import { printContract } from '../../apps/platform/src/graphql/schema.js';
import { OpsController } from '../../apps/platform/src/ops/ops.controller.js';

class OpsModule {}
Reflect.defineMetadata('controllers', [OpsController], OpsModule);

const entries = entryPointsOf([...answering(), OpsModule]);
const named = ({ type, method }: (typeof entries)[number]) => `${type.name}.${method}`;

const open = (type: string, ...methods: readonly string[]) => methods.map((method) => `${type}.${method}`);
/** What anybody may call without signing in. A line more here is a door more: it is read before it is accepted. */
const OPEN_TO_ALL = [
  ...open('EmployersResolver', 'employer', 'employers'),
  ...open('FiguresController', 'figures'),
  ...open('FiguresResolver', 'figures'),
  ...open('HistoryController', 'key', 'seals'),
  ...open('IndicatorsResolver', 'drillDown', 'indicators'),
  ...open('LiveController', 'follow'),
  ...open('NeedLinkResolver', 'openNeedLink'),
  ...open('NeedsResolver', 'need'),
  ...open('OpsController', 'healthy', 'measured'),
  ...open('ReferenceResolver', 'commune', 'communes', 'departments', 'labels', 'sources'),
  ...open('SessionsResolver', 'demoAccounts', 'me', 'signIn', 'signOut'),
  ...open('SuppliersResolver', 'marketplaceLabels', 'perimeters', 'perimetersByCode', 'sectors', 'supplier', 'suppliers'),
];

describe('who may call', () => {
  it('is said by every operation, every field resolver and every route', () => {
    const silent = entries.filter(({ handler, type }) => !Reflect.hasMetadata(ACCESS, handler) && !Reflect.hasMetadata(ACCESS, type));
    expect(silent.map(named)).toEqual([]);
  });

  it('is looked for everywhere: as many operations as the schema has', async () => {
    const schema = buildSchema(await printContract());
    const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
    expect(entries.filter(({ kind }) => kind === 'operation')).toHaveLength(operations.length);
  });

  it('is everybody for these operations and routes, and for no other', () => {
    const found = entries.filter(({ handler, type, kind }) => kind !== 'field' && (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, type)) === 'public');
    expect(found.map(named).sort()).toEqual(OPEN_TO_ALL);
  });

  it('leaves no operation that writes open to everybody, but signing in and following a link one was sent', () => {
    const writing = entries.filter(({ handler, kind }) => kind === 'operation' && Reflect.getMetadata('graphql:resolver_type', handler) === 'Mutation');
    expect(writing.filter(({ handler }) => Reflect.getMetadata(ACCESS, handler) === 'public' && !/^(sign(In|Out)|openNeedLink)$/.test((handler as { name: string }).name)).map(named)).toEqual([]);
  });
});
