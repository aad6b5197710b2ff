import { readFileSync } from 'node:fs';

const swcrc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));
const contexts = 'kernel|reference|testing|identity|organisations|hiring|approvals|pilotage|control|marketplace|messaging';
const common = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tests'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swcrc, swcrc: false }] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    [`^#(${contexts})$`]: '<rootDir>/libs/$1/src/index.ts',
    '^#kernel/(.*)$': '<rootDir>/libs/kernel/src/$1.ts',
    [`^#(${contexts})/views$`]: '<rootDir>/libs/$1/src/views.ts',
  },
};

export default {
  maxWorkers: 2,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['**/*.spec.ts'], testPathIgnorePatterns: ['/node_modules/', '\\.int\\.spec\\.ts$', '/planted/'] },
    { ...common, displayName: 'integration', setupFilesAfterEnv: ['<rootDir>/tests/support/patience.ts'], testMatch: ['**/*.int.spec.ts'], globalSetup: '<rootDir>/tests/support/postgres.setup.ts', globalTeardown: '<rootDir>/tests/support/postgres.teardown.ts' },
  ],
};
