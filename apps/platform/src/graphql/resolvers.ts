import type { Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';

const isClass = (provider: unknown): provider is Type => typeof provider === 'function';
const isResolver = (type: Type) => Reflect.hasMetadata('graphql:resolver_type', type);

/** The resolver classes the contexts provide, without starting anything. */
export const resolversOf = (modules: readonly Type[]): readonly Type[] =>
  modules.flatMap((module) => ((Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) ?? []) as unknown[]).filter(isClass).filter(isResolver));
