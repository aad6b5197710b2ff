/**
 * Who may import whom. Contexts are taken from the folders (`$1` is the captured one), so that a new context is fenced from its first file.
 * tests/architecture/planted holds one violation per rule; boundaries.spec.ts sees each of them refused.
 */
const notContexts = '(?:kernel|reference|testing)/';
const context = `^libs/(?!${notContexts})([^/]+)/src/`;
const anyIndex = `^libs/(?!testing/)[^/]+/src/index\\.ts$`;
const kernel = '^libs/kernel/src/index\\.ts$';
const anyViews = '^libs/[^/]+/src/views\\.ts$';
const contract = ['^libs/$1/src/(?:index|contract)\\.ts$'];
const tests = '\\.(?:spec|fixtures?)\\.ts$|/fixtures?(?:/|\\.ts$)|/golden/';
const own = (...rooms) => rooms.map((room) => `^libs/$1/src/${room}`);
const packages = (...names) => `node_modules/(?:${names.join('|')})(?:/|$)`;
const node = (...modules) => `^(?:node:)?(?:${modules.join('|')})$`;

const room = (name, path, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `${context}${path}`, pathNot: tests },
  to: { pathNot: allowed },
});

module.exports = {
  forbidden: [
    room('domain-is-pure', 'domain/', [...own('domain/'), ...contract, anyIndex], 'A decision depends on nothing but its own words and those other contexts publish.'),
    room(
      'application-imports',
      'application/',
      [...own('application/', 'domain/', 'vault/'), ...contract, anyIndex, '^libs/kernel/src/(?:config|migrations|api|api/session|api/sentences)\\.ts$', packages('@nestjs/common', '@nestjs/cqrs'), node('crypto')],
      'Application decides: it asks other contexts by their contract and never reads rows.',
    ),
    room(
      'projections-imports',
      'projections/',
      [...own('projections/', 'domain/', 'vault/'), ...contract, anyIndex, packages('@nestjs/common', '@mikro-orm/core', '@duckdb/node-api', 'dataloader'), node('crypto')],
      'Projections answer and never decide.',
    ),
    room(
      'api-imports',
      'api/',
      [
        ...own('api/', 'application/', 'projections/', 'domain/', 'vault/', '[^/]+\\.ts$'),
        ...contract,
        anyIndex,
        anyViews,
        '^libs/kernel/src/api(?:\\.ts$|/)',
        '^libs/kernel/src/(?:config|runtime/[^/]+)\\.ts$',
        packages('@nestjs/common', '@nestjs/graphql', '@nestjs/cqrs', 'graphql', 'dataloader', 'zod', 'fastify', 'rxjs', 'pdfkit'),
        node('crypto'),
      ],
      'Resolvers: arguments in, a command or a read out.',
    ),
    {
      name: 'contexts-meet-at-index',
      comment: 'A context knows of another what its index publishes; its screens may embed the other’s views.',
      severity: 'error',
      from: { path: context },
      to: { path: `^libs/(?!$1/|${notContexts})[^/]+/src/`, pathNot: ['^libs/[^/]+/src/index\\.ts$', anyViews] },
    },
    {
      name: 'views-are-for-screens',
      comment: 'What is shown is not what is decided on: only api/ and the views themselves embed views.',
      severity: 'error',
      from: { path: '^(?:libs|apps)/', pathNot: ['^libs/[^/]+/src/api/', '^libs/[^/]+/src/views\\.ts$', tests] },
      to: { path: anyViews },
    },
    {
      name: 'contract-is-small',
      comment: 'A contract speaks with the kernel’s words and those of other contracts.',
      severity: 'error',
      from: { path: `${context}(?:index|contract)\\.ts$` },
      to: { pathNot: [...contract, anyIndex] },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'The kernel knows no context.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^libs/(?!kernel/)', '^apps/'] },
    },
    {
      name: 'reference-stands-alone',
      comment: 'Reference data knows nobody.',
      severity: 'error',
      from: { path: '^libs/reference/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^libs/(?!reference/|kernel/src/index\\.ts$)', '^apps/'] },
    },
    {
      name: 'store-behind-kernel',
      comment: 'Only the kernel’s adapters speak to the event store and to PostgreSQL.',
      severity: 'error',
      from: { path: '^(?:libs|apps)/', pathNot: ['^libs/kernel/src/adapters/', '^apps/cli/src/bench', '\\.int\\.spec\\.ts$'] },
      to: { path: packages('@eventstore', 'pg', '@grpc') },
    },
    {
      name: 'mail-behind-messaging',
      comment: 'Only messaging speaks to the mail server: who must be told what, once, is decided there.',
      severity: 'error',
      from: { path: '^(?:libs|apps)/', pathNot: '^libs/messaging/src/smtp/' },
      to: { path: packages('nodemailer') },
    },
    {
      name: 'apps-compose-modules',
      comment: 'An application composes contexts: it knows their modules and what they publish.',
      severity: 'error',
      from: { path: '^apps/platform/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/(?!${notContexts})[^/]+/src/`, pathNot: ['\\.module\\.ts$', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'libs-ignore-apps',
      comment: 'What is shared does not know where it runs.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-test-code-shipped',
      comment: 'What runs for people imports no helper of tests.',
      severity: 'error',
      from: { path: '^(?:libs/(?!testing/)|apps/)', pathNot: tests },
      to: { path: ['^libs/testing/', '^tests/', packages('@jest', 'fast-check', '@nestjs/testing')] },
    },
    {
      name: 'front-apart',
      comment: 'The pages know the API’s schema only.',
      severity: 'error',
      from: { path: '^frontend/' },
      to: { path: '^(?:libs|apps)/' },
    },
    { name: 'no-cycles', comment: 'Two files that import each other are one file.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'imports-resolve',
      comment: 'An import that leads nowhere would hide from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist'] },
    exclude: { path: ['^tests/architecture/planted', '^dist/', '^node_modules/.cache'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'], mainFields: ['module', 'main', 'types'] },
    builtInModules: { add: [] },
  },
};
