import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const folder = join(import.meta.dirname, '../../frontend/.angular/kit/browser');
const kinds: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.woff': 'font/woff' };
let server: Server | undefined;
let address = '';

test.describe('the components, each in all its states', () => {
  test.slow();

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    // Production has no such page: this build is made here, with the same options and the page added.
    execFileSync(process.execPath, [join(import.meta.dirname, '../../tools/kit.mjs')], { stdio: 'inherit' });
    const started = createServer((request, response) => {
      const path = normalize(new URL(request.url ?? '/', 'http://kit').pathname);
      if (!extname(path) && request.method === 'GET') return void response.setHeader('content-type', 'text/html').end(readFileSync(join(folder, 'index.html')));
      const file = join(folder, path);
      if (request.method !== 'GET' || !existsSync(file)) return void response.writeHead(404).end();
      response.setHeader('content-type', kinds[extname(path)] ?? 'application/octet-stream');
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    server = started;
    address = `http://127.0.0.1:${(started.address() as AddressInfo).port}/kit`;
  });

  test.afterAll(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

  async function open(page: Page, width: number, query = ''): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address + query);
    await expect(page.getByRole('heading', { level: 1, name: 'Composants' })).toBeVisible();
  }

  for (const width of [1280, 375])
    test(`have no violation that a tool can see at ${width} px`, async ({ page }) => {
      await open(page, width);
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
      if (process.env['SCREENSHOTS']) await page.screenshot({ path: join(process.env['SCREENSHOTS'], `kit-${width}.png`), fullPage: true });
      await page.getByRole('button', { name: 'Ouvrir une fenêtre', exact: true }).click();
      await expect(page.getByRole('dialog', { name: 'Une fenêtre' })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([]);
      if (process.env['SCREENSHOTS']) await page.screenshot({ path: join(process.env['SCREENSHOTS'], `modal-${width}.png`) });
      await page.keyboard.press('Escape');
      for (const [opener, heading] of [['Demander confirmation', 'Supprimer ce bateau ?'], ['Confirmation en cours', 'Envoyer ce bateau ?'], ['Ouvrir une fenêtre large', 'Une fenêtre large']] as const) {
        await page.getByRole('button', { name: opener, exact: true }).click();
        await expect(page.getByRole('dialog', { name: heading })).toBeVisible();
        expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => `${heading}: ${v.id}`)).toEqual([]);
        await page.keyboard.press('Escape');
      }
      for (const [label, typed] of [['Autocomplétion', 'fr'], ['Autocomplétion', 'zz'], ['Autocomplétion sans fin', 'fr']] as const) {
        const box = page.getByRole('combobox', { name: label, exact: true }).or(page.getByRole('combobox', { name: new RegExp(`^${label} (Essayez|La recherche)`) }));
        await box.fill(typed);
        if (label === 'Autocomplétion' && typed === 'fr') await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
        expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => `${label}, ${typed}: ${v.id}`)).toEqual([]);
      }
    });

  for (const [figure, name, begins] of [
    ['Courbes', 'CSV', 'efbbbf'], ['Courbes', 'XLSX', '504b0304'], ['Courbes', 'PNG', '89504e47'], ['Barres', 'PNG', '89504e47'], ['Bateaux par département', 'PNG', '89504e47'], ['Bateaux', 'XLSX', '504b0304'],
  ] as const)
    test(`« ${figure} » is taken away as ${name}`, async ({ page }) => {
      await open(page, 1280);
      for (const summary of await page.locator('summary').all()) await summary.click();
      const button = page.getByRole('group', { name: `Exporter : ${figure}`, exact: true }).getByRole('button', { name: `Exporter en ${name}` });
      const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
      const bytes = readFileSync(await file.path());
      expect(bytes.subarray(0, begins.length / 2).toString('hex')).toBe(begins);
      if (process.env['SCREENSHOTS']) await file.saveAs(join(process.env['SCREENSHOTS'], `${figure}.${name.toLowerCase()}`));
    });

  test('a tab lives in the address', async ({ page }) => {
    await open(page, 1280, '?onglet=deuxieme');
    await expect(page.getByRole('tab', { name: 'Deuxième' })).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('tab', { name: 'Premier' }).click();
    await expect(page).toHaveURL(/onglet=premier/);
  });

  test('a window keeps the keyboard and gives it back', async ({ page }) => {
    await open(page, 1280);
    const opener = page.getByRole('button', { name: 'Ouvrir une fenêtre', exact: true });
    await opener.press('Enter');
    await expect(page.getByRole('button', { name: 'Fermer' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('on a phone a table keeps its headers for those who listen, and is sorted by a list', async ({ page }) => {
    await open(page, 375);
    const table = page.getByRole('table', { name: 'Bateaux', exact: true });
    await expect(table.getByRole('columnheader')).toHaveText(['Nom', 'Port', 'Longueur (m)', 'Construit en']);
    await expect(table.getByRole('columnheader').getByRole('link')).toHaveCount(0);
    await page.getByRole('combobox', { name: 'Trier par', exact: true }).selectOption('Longueur (m), décroissant');
    await expect(page).toHaveURL(/tri=-longueur/);
    await expect(table.getByRole('columnheader', { name: 'Longueur (m)' })).toHaveAttribute('aria-sort', 'descending');
  });

  test('a list keeps its filters, its order and its page in the address', async ({ page }) => {
    await open(page, 1280, '?tri=-longueur&page=2');
    await expect(page.getByRole('table', { name: 'Bateaux', exact: true }).getByRole('columnheader', { name: 'Longueur' })).toHaveAttribute('aria-sort', 'descending');
    await expect(page.getByRole('navigation', { name: 'Pagination : Bateaux', exact: true }).locator('[aria-current=page]')).toHaveText('2');
    await page.getByRole('combobox', { name: 'Port', exact: true }).selectOption('Brest');
    await page.getByRole('button', { name: 'Filtrer' }).click();
    await expect(page).toHaveURL(/\/kit\?tri=-longueur&port=Brest$/);
    await page.goBack();
    await expect(page.getByRole('combobox', { name: 'Port', exact: true })).toHaveValue('');
    await expect(page).toHaveURL(/page=2/);
  });
});
