import { jest } from '@jest/globals';
import { freshDatabase } from '../../../tests/support/database.js';
import { testApp, type TestApp, type TestAppOptions } from './app.js';

/** Applications and databases of one test, closed in the reverse order by `closeAll` (`afterEach`). */
export const keepOpen = () => {
  // Starting applications takes its time on a busy machine; that is not what these tests are about.
  jest.setTimeout(60_000);
  const closers: (() => Promise<void>)[] = [];
  return {
    app: async (options: TestAppOptions): Promise<TestApp> => {
      const app = await testApp(options);
      let closing: Promise<void> | null = null;
      const once = { ...app, close: () => (closing ??= app.close()) };
      closers.push(once.close);
      return once;
    },
    databaseUrl: async (): Promise<string> => {
      const fresh = await freshDatabase();
      closers.push(() => fresh.drop());
      return fresh.url;
    },
    closeAll: async () => {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
};

/** Looks again until it holds. @throws Error after `timeoutMs` */
export const eventually = async (holds: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> => {
  for (const until = Date.now() + timeoutMs; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 5)))
    if (Date.now() > until) throw new Error(`not so after ${timeoutMs} ms: ${holds.toString()}`);
};
