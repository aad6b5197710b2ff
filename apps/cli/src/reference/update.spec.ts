import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { officialPointsFile, readOfficialPoints } from '../../../../libs/reference/src/communes/official-points.js';

jest.setTimeout(60_000);

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const two = (n: number, width = 2) => String(n).padStart(width, '0');
/** As the public API tells them: the longitude first. */
const communes = (departments: readonly number[]) => departments.flatMap((d) => Array.from({ length: 400 }, (_, n) => ({ code: `${two(d)}${two(n + 1, 3)}`, centre: { type: 'Point', coordinates: [2 + n / 1000, 43 + d / 100] } })));
const DEPARTMENTS = Array.from({ length: 90 }, (_, n) => n + 1);

describe('npm run reference -- update, from the address of an API', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plateforme-reference-'));
  const file = officialPointsFile(folder);
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/all': (r) => r.end(JSON.stringify(communes(DEPARTMENTS))),
    '/page?n=1': (r) => r.setHeader('link', '</page?n=2>; rel="next"').end(JSON.stringify(communes(DEPARTMENTS.slice(0, 45)))),
    '/page?n=2': (r) => r.end(JSON.stringify([...communes(DEPARTMENTS.slice(45)), { code: '2A004' }])),
    '/few': (r) => r.end(JSON.stringify(communes([30]))),
    '/cut': (r) => r.setHeader('link', '</busy>; rel="next"').end(JSON.stringify(communes(DEPARTMENTS))),
    '/busy': (r) => r.writeHead(503).end(),
    '/words': (r) => r.end('<html>Maintenance</html>'),
  };
  let server: Server;
  const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  beforeAll(async () => {
    server = createServer((request, response) => answers[request.url!]!(response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const update = (url: string): Promise<{ readonly code: number | null; readonly said: string }> => {
    const child = spawn(process.execPath, ['--no-warnings', '--import', here('../../../../tests/support/typescript.mjs'), here('../reference.ts'), 'update'], {
      env: { ...process.env, DATA_DIR: folder, GEO_API_URL: url },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
  };

  it('keeps nothing of an answer that is refused, broken off, no list, or too short, and says whose it was', async () => {
    const { host } = new URL(address('/'));
    expect(await update(address('/busy'))).toEqual({ code: 1, said: `The points were not replaced: ${host} answered 503\n` });
    expect(await update(address('/cut'))).toEqual({ code: 1, said: `The points were not replaced: ${host} answered 503\n` });
    expect(await update(address('/words'))).toEqual({ code: 1, said: `The points were not replaced: ${host} did not answer a list of communes\n` });
    expect((await update(address('/few'))).said).toContain('gives 400 points, at least 30000 were expected');
    expect((await update('http://127.0.0.1:1/communes')).said).toContain('127.0.0.1:1 cannot be reached');
    expect(existsSync(file)).toBe(false);
  });

  it.each([['in one answer', '/all', ''], ['page after page', '/page?n=1', '; 1 rows without a point']])('replaces the points, given %s, and says what it left out', async (_, path, left) => {
    const { code, said } = await update(address(path));
    expect([code, said]).toEqual([0, expect.stringMatching(new RegExp(`^36000 official points kept for \\d+ communes${left}\\. Restart the server to use them\\.\\n$`))]);
    const points = readOfficialPoints(file)!;
    expect(points.size).toBe(36_000);
    expect([points.get('01001'), points.get('90400')]).toEqual([{ lat: 43.01, lon: 2 }, { lat: 43.9, lon: 2.399 }]);
  });
});
