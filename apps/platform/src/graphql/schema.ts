import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { answering } from '../contexts.js';
import { resolversOf } from './resolvers.js';

/** The contract of the API as text, from the resolvers alone: no database needed. */
export const printContract = async (modules = answering()): Promise<string> => {
  const app: INestApplicationContext = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create([...resolversOf(modules)]);
  await app.close();
  return `# Written by \`npm run schema\` from the resolvers. Do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
};

if (import.meta.filename === process.argv[1]) {
  const file = 'schema.graphql';
  const contract = await printContract();
  if (process.argv.includes('--check')) {
    const same = contract === (await readFile(file, 'utf8').catch(() => ''));
    if (!same) console.error(`${file} is not what the resolvers say: run \`npm run schema\` and read the difference.`);
    process.exit(same ? 0 : 1);
  }
  await writeFile(file, contract);
  console.log(`${file}: ${contract.split('\n').length} lines`);
}
