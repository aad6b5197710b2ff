// One generated module holds every query of every page, and a module is never cut in two: the first page would carry them all.
// Each document gets a module of its own here, so that it travels with the pages that ask it. Import from `documents/<Name>`: through
// `graphql.ts`, which stays for types, the bundler would follow all of them.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../src/app/shared/graphql/generated');
const documents = join(folder, 'documents');
const source = readFileSync(join(folder, 'graphql.ts'), 'utf8');
const pattern = /^export const (\w+) = new TypedDocumentString\(`([^`]*)`(?:, \{[^}]*\})?\) as unknown as TypedDocumentString<(\w+), ?(\w+)>;$/gm;
const start = source.indexOf('export class TypedDocumentString');
const end = source.indexOf('\nexport const ', start);
if (start < 0 || end < 0) throw new Error('The generated documents have another shape: read scripts/documents.mjs again.');

rmSync(documents, { recursive: true, force: true });
mkdirSync(documents);
const names = [];
for (const [, name, text, result, variables] of source.slice(end).matchAll(pattern)) {
  if (name.endsWith('FragmentDoc')) continue;
  names.push(name);
  const types = [result, variables].filter((t) => t !== 'unknown').join(', ');
  writeFileSync(
    join(documents, `${name}.ts`),
    `import { TypedDocumentString } from '../document';\nimport type { ${types} } from '../graphql';\n\nexport const ${name} = /*#__PURE__*/ new TypedDocumentString<${result}, ${variables}>(${JSON.stringify(text.replace(/\s+/g, ' ').trim())});\n`,
  );
}
const declared = [...source.slice(end).matchAll(/^export const (\w+Document) =/gm)].length;
if (names.length !== declared) throw new Error(`${declared} documents, ${names.length} understood: read scripts/documents.mjs again.`);

const head = source.slice(0, start);
const needed = "import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';";
writeFileSync(join(folder, 'document.ts'), `${needed}\n\n${source.slice(start, end).trim()}\n`);
writeFileSync(join(folder, 'graphql.ts'), [head.replace(needed, ''), "export { TypedDocumentString } from './document';", ...names.map((n) => `export { ${n} } from './documents/${n}';`), ''].join('\n'));
// Without this, importing one name would keep all the others.
writeFileSync(join(folder, 'package.json'), '{ "type": "module", "sideEffects": false }\n');
for (const unused of ['gql.ts', 'index.ts']) rmSync(join(folder, unused), { force: true });
