import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env['E2E_PORT'] ?? 3711);

/** The machine's own browser when it has one, else the one from npm. */
async function browser(): Promise<string> {
  if (process.env['CHROME_PATH']) return process.env['CHROME_PATH'];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter))
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) if (existsSync(join(folder, name))) return join(folder, name);
  // Makes the package bring its own libraries on machines that lack them; read when the module loads.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  return (await import('@sparticuz/chromium')).default.executablePath();
}

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // An action that finds nothing to act on says so, before the whole journey's time is up.
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: await browser(),
      // Our own list: the package's arguments switch off the very protections the journeys check.
      args: ['--no-sandbox', '--lang=fr-FR', '--force-color-profile=srgb', '--font-render-hinting=none', '--disable-dev-shm-usage'],
    },
  },
  webServer: {
    // `exec`: the server sees by its parent that the journeys were killed.
    command: `${process.platform === 'win32' ? '' : 'exec '}node --enable-source-maps tools/e2e-server.mjs ${port}`,
    url: `http://localhost:${port}/api/health`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
