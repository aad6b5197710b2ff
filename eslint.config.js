import angular from 'angular-eslint';
import eslint from 'typescript-eslint';

const typed = ['apps/**/*.ts', 'libs/**/*.ts', 'tests/**/*.ts'];

/** Rules that find mistakes. Taste is left to reviews; a rule is an error or it is not here. */
export default eslint.config(
  { ignores: ['dist/', 'node_modules/', 'frontend/scripts/', 'frontend/public/', 'frontend/.angular/', '**/generated/', 'tests/architecture/planted/', 'test-results/', '**/*.d.mts'] },
  {
    files: typed,
    extends: [eslint.configs.base],
    languageOptions: { parserOptions: { project: './tsconfig.spec.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-shadow': 'off',
      'prefer-const': 'error',
      'no-var': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-unreachable': 'error',
      'no-duplicate-case': 'error',
      'no-unsafe-finally': 'error',
      'no-template-curly-in-string': 'error',
    },
  },
  {
    files: ['frontend/src/**/*.ts'],
    extends: [eslint.configs.base, ...angular.configs.tsRecommended],
    languageOptions: { parserOptions: { project: './frontend/tsconfig.spec.json', tsconfigRootDir: import.meta.dirname } },
    // Templates written in the component's file obey the same rules as the others.
    processor: angular.processInlineTemplates,
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A page is named for what it shows; its file and its selector already say what it is.
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'app', style: 'kebab-case' }],
      'prefer-const': 'error',
      'no-var': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-debugger': 'error',
    },
  },
  { files: ['frontend/src/**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
  {
    // Domain code says what time it is only when it is told [clock and ids come in].
    files: ['libs/*/src/domain/**/*.ts', 'libs/*/src/projections/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'time comes in' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'time comes in' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'chance comes in' },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'tests/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', ...['describe', 'it', 'test'].flatMap((object) => ['only', 'skip'].map((property) => ({ object, property })))] },
  },
  { files: ['apps/cli/**/*.ts', 'apps/platform/src/main.ts', 'apps/platform/src/graphql/schema.ts', 'tests/**/*.ts'], rules: { 'no-console': 'off' } },
);
