import type { DynamicModule, Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';

const RESOLVER = 'graphql:resolver_type';
const FIELD = 'graphql:resolve_property';
const ROUTE = 'path';

const isClass = (provider: unknown): provider is Type => typeof provider === 'function';
const listed = (module: Type | DynamicModule, kind: 'providers' | 'controllers'): readonly Type[] => {
  const [type, added] = 'module' in module ? [module.module, module[kind] ?? []] : [module, []];
  return [...((Reflect.getMetadata(MODULE_METADATA[kind === 'providers' ? 'PROVIDERS' : 'CONTROLLERS'], type) ?? []) as unknown[]), ...added].filter(isClass);
};

/** The resolver classes modules provide, without starting anything. */
export const resolversOf = (modules: readonly (Type | DynamicModule)[]): readonly Type[] =>
  modules.flatMap((module) => listed(module, 'providers')).filter((type) => Reflect.hasMetadata(RESOLVER, type));

export interface EntryPoint {
  readonly type: Type;
  readonly method: string;
  readonly handler: object;
  readonly kind: 'operation' | 'field' | 'route';
}

/** Everything a caller can reach: operations, field resolvers, REST routes. */
export const entryPointsOf = (modules: readonly (Type | DynamicModule)[]): readonly EntryPoint[] =>
  [...resolversOf(modules), ...modules.flatMap((module) => listed(module, 'controllers'))].flatMap((type) =>
    Object.getOwnPropertyNames(type.prototype).flatMap((method): EntryPoint[] => {
      const handler: unknown = (type.prototype as Record<string, unknown>)[method];
      if (typeof handler !== 'function' || method === 'constructor') return [];
      if (Reflect.hasMetadata(FIELD, handler)) return [{ type, method, handler, kind: 'field' }];
      if (Reflect.getMetadata(RESOLVER, handler) !== undefined) return [{ type, method, handler, kind: 'operation' }];
      return Reflect.hasMetadata(ROUTE, handler) ? [{ type, method, handler, kind: 'route' }] : [];
    }),
  );
