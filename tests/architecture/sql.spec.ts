import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const files = execFileSync('git', ['ls-files', 'libs', 'apps'], { encoding: 'utf8' }).split('\n').filter((file) => file.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(file) && !file.startsWith('libs/testing/'));
const contexts = readdirSync('libs').filter((name) => !['kernel', 'reference', 'testing'].includes(name));

const SPEAKS_SQL = /\b(?:select|insert into|update|delete from|from|join|references|truncate|create|alter|drop)\b/i;
/** Every schema of the database, whose tables are named with it wherever they are. */
const TABLE = /(?<![\w.])"?(read|read_next|runtime|es|platform|identity|identity_keys|messaging)"?\."?([a-z][a-z0-9_]*)"?(?![-\w(])/g;

/** Tables named in the texts of a source that speak SQL. */
const tablesIn = (source: string): readonly string[] => {
  const found = new Set<string>();
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
      const text = node.getText();
      if (SPEAKS_SQL.test(text)) for (const [, schema, name] of text.matchAll(TABLE)) found.add(`${schema}.${name}`);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true));
  return [...found];
};

const ownerOf = (table: string): string => {
  const [schema, name] = table.split('.') as [string, string];
  if (schema === 'runtime' || schema === 'es') return 'libs/kernel';
  if (schema === 'platform') return 'apps/platform';
  if (schema === 'messaging') return 'libs/messaging';
  if (schema === 'identity' || schema === 'identity_keys') return 'libs/identity';
  return `libs/${contexts.find((context) => name.startsWith(`${context}_`)) ?? name}`;
};

/** The only view of people that lists may join. */
const FOR_ALL = 'identity.person_name';
/** Commands that stand beside the contexts: measures write the best SQL by hand to compare with, a large world fills an empty database at once. */
const BESIDE: Readonly<Record<string, RegExp>> = {
  'apps/cli/src/bench/': /^(read\.\w+|es\.events)$/,
  'apps/cli/src/world/': /^(identity\.person|runtime\.checkpoint|read\.hiring_application)$/,
};

/** Tables that a file has no business with. */
const foreign = (file: string, source: string): readonly string[] => {
  const home = file.split('/').slice(0, 2).join('/');
  const beside = Object.entries(BESIDE).find(([folder]) => file.startsWith(folder))?.[1];
  return tablesIn(source).filter((table) => ownerOf(table) !== home && table !== FOR_ALL && !beside?.test(table));
};

describe('the SQL of a context', () => {
  it('names tables of its own, and the names of people', () => {
    expect(files.flatMap((file) => foreign(file, readFileSync(file, 'utf8')).map((table) => `${file}: ${table}`))).toEqual([]);
  });

  it('is seen: every context that keeps rows names some', () => {
    const seen = new Set(files.filter((file) => tablesIn(readFileSync(file, 'utf8')).length > 0).map((file) => file.split('/').slice(0, 2).join('/')));
    expect([...contexts.map((context) => `libs/${context}`), 'libs/kernel', 'apps/platform'].filter((home) => !seen.has(home))).toEqual([]);
  });

  it.each([
    ['a join', 'const q = `select 1 from read.hiring_application a join read.approvals_pass p on p.id = a.id`;', ['read.approvals_pass']],
    ['a list of tables', "const q = 'select 1 from read.hiring_application a, identity.person p';", ['identity.person']],
    ['a part of a statement', 'const from = `from "read"."marketplace_need" n where n.id = $1`;', ['read.marketplace_need']],
    ['the log itself', "rows('select data from es.events');", ['es.events']],
    ['another context’s table of an older shape', "rows('truncate read_next.pilotage_fact');", ['read_next.pilotage_fact']],
    ['its own tables, the names of people, event types and projections', "const q = `select 1 from read.hiring_application where id in (select id from identity.person_name)`, waits = ['approvals.pass', 'identity.candidate-link'], said = 'from identity.CandidateRegistered on';", []],
  ])('is refused, or not, in %s', (_, source, expected) => {
    expect(foreign('libs/hiring/src/projections/planted.ts', source)).toEqual(expected);
  });
});
