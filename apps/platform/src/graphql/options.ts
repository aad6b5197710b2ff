import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import { type ASTVisitor, NoSchemaIntrospectionCustomRule, type ValidationContext } from 'graphql';
import { formatErrors, gqlContext } from '#kernel/api';
import type { Config } from '../config.js';
import { costRule } from './cost.rule.js';

type Rule = (context: ValidationContext) => ASTVisitor;

export const MAX_DEPTH = 12;
const MAX_TOKENS = 4000;

export const graphqlOptions = (config: Pick<Config, 'introspection'>): MercuriusDriverConfig => ({
  autoSchemaFile: true,
  sortSchema: true,
  jit: 1,
  graphiql: false,
  queryDepth: MAX_DEPTH,
  validationRules: [costRule, ...(config.introspection ? [] : [NoSchemaIntrospectionCustomRule])] as Rule[],
  graphql: { parseOptions: { maxTokens: MAX_TOKENS } },
  errorFormatter: formatErrors as NonNullable<MercuriusDriverConfig['errorFormatter']>,
  context: gqlContext,
  // Nest guards operations only, unless told that fields have resolvers worth guarding too.
  fieldResolverEnhancers: ['guards'],
});
