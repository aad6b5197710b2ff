import type { TestApp, TestAppOptions } from './app.js';

export * from './spec.js';
export * from './actors.js';
export type { TestApp, TestAppOptions } from './app.js';

/** An application of these modules with the kernel around them, running on a fresh database. Loaded when called: pure specs need no framework. */
export const testApp = async (options: TestAppOptions): Promise<TestApp> => (await import('./app.js')).testApp(options);
