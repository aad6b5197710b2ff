import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/app/**/*.graphql'],
  generates: {
    'src/app/shared/graphql/generated/': {
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
    },
  },
};

export default config;
