import type { CodegenConfig } from '@graphql-codegen/cli';

const client = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: 'string',
    enumsAsTypes: true,
    strictScalars: true,
    scalars: { Day: 'string', DateTime: 'string' },
    useTypeImports: true,
    skipTypename: true,
    pureMagicComment: true,
  },
} as const;

/** A folder whose documents are generated apart is downloaded with its own pages, not with the first one. */
const config: CodegenConfig = {
  schema: '../schema.graphql',
  generates: {
    'src/app/shared/graphql/generated/': { ...client, documents: ['src/app/**/*.graphql', '!src/app/marketplace/**'] },
    'src/app/marketplace/generated/': { ...client, documents: ['src/app/marketplace/*.graphql'] },
  },
};

export default config;
