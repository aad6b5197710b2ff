import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openAs } from './support.js';

const clean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
};
const indicators = (page: Page) => page.getByRole('table', { name: 'Indicateurs' });

test('a visitor reads how a figure is computed, and counts of the facts behind it', async ({ page }) => {
  await page.goto('/chiffres');
  await expect(indicators(page).getByRole('row')).toHaveCount(19);
  await indicators(page).getByRole('link', { name: /Taux de candidatures acceptées/ }).click();
  await expect(page).toHaveURL(/detail=APP-04/);
  await expect(page.getByRole('heading', { name: /Taux de candidatures acceptées : comment/ })).toBeFocused();
  await expect(page.getByRole('table', { name: /Faits derrière ce chiffre, par pas de 5/ })).toBeVisible();
  await expect(page.getByRole('table', { name: /du plus récent/ })).toHaveCount(0);
  await clean(page);
});

test('staff ask for a past day as known at another, share the address, and see the facts themselves', async ({ browser }) => {
  const page = await openAs(browser, 'staff');
  await page.goto('/chiffres?detail=APP-05');
  const hires = () => indicators(page).getByRole('row', { name: /^Embauches \d/ }).getByRole('cell').first();
  await expect(page.getByRole('table', { name: /du plus récent/ })).toContainText('Candidature acceptée');
  const events = page.getByRole('table', { name: 'Faits derrière ce chiffre' });
  const counted = async () => (await events.getByRole('cell').allInnerTexts()).map((cell) => Number(cell.replace(/\D/g, ''))).reduce((sum, n) => sum + n, 0);
  await expect.poll(counted).toBeGreaterThan(0);
  const all = await counted();
  // Words for screen readers only, in a table that scrolls by itself, widen no page of a phone.
  await page.setViewportSize({ width: 375, height: 800 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByLabel('Mois des faits').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Voir ces faits' }).click();
  await expect(page).toHaveURL(/detail=APP-05&mois=/);
  await expect.poll(counted).toBeLessThan(all);
  await page.goBack();
  // At least: somebody may have been hired meanwhile, and these figures move by themselves.
  await expect.poll(counted).toBeGreaterThanOrEqual(all);
  await page.getByRole('table', { name: /du plus récent/ }).getByRole('link', { name: /^Histoire de l’embauche/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Histoire de l’embauche' })).toBeVisible();
  await expect(page.getByText('Histoire intacte')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('table', { name: /du plus récent/ })).toBeVisible();
  await clean(page);
  const today = Number((await hires().innerText()).replace(/\D/g, ''));
  const past = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Situation au').fill(past);
  await page.getByLabel('Telle que connue le').fill(past);
  await page.getByRole('button', { name: 'Afficher' }).click();
  await expect(page).toHaveURL(new RegExp(`le=${past}&connu=${past}`));
  await expect(page.getByRole('heading', { name: /situation au .* telle que connue le/ })).toBeVisible();
  const shown = async () => Number((await hires().innerText()).replace(/\D/g, ''));
  await expect.poll(shown, 'fewer hires were known sixty days ago').toBeLessThan(today);
  const then = await shown();
  const motives = page.getByRole('region', { name: 'Motifs de refus', exact: true });
  await expect(motives).toContainText(/Parts sur [\d\s]+ refus\./);
  await motives.getByText('Voir les données en tableau : Motifs de refus').click();
  await expect(motives.getByRole('columnheader', { name: 'Part (%)' })).toBeVisible();
  await expect(page.getByText('Montant des transactions', { exact: true }).first()).toBeVisible();
  const shared = page.url();
  await page.goto('/');
  await page.goto(shared);
  await expect(hires()).toHaveText(new RegExp(`^${then.toLocaleString('fr-FR')}$`));
});

test('the page reads well on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/chiffres?detail=REF-03');
  await expect(page.getByRole('heading', { name: /refus automatiques : comment/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await page.screenshot({ path: 'test-results/chiffres-375.png', fullPage: true });
});

test('figures are quoted with a link that shows the very same ones, and says when a definition has changed', async ({ browser }) => {
  const page = await openAs(browser, 'staff');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/chiffres');
  await page.getByText('Citer ou partager ces chiffres').click();
  await page.getByRole('button', { name: 'Copier le lien' }).click();
  await expect(page.getByText('Lien copié').first()).toBeVisible();
  const print = async () => /Empreinte \w{32}/.exec(await page.getByLabel('Citation').inputValue())?.[0];
  await expect.poll(print).toBeTruthy();
  const quoted = await print();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/du=\d{4}-\d\d&au=\d{4}-\d\d&le=[\d-]+&instant=.*&definitions=APP-01:/);
  const data = await page.request.get((await page.getByRole('link', { name: 'Ces chiffres en JSON' }).getAttribute('href'))!);
  expect(`Empreinte ${data.headers()['etag']?.replaceAll('"', '')}`).toBe(quoted);
  await page.goto(link);
  await page.getByText('Citer ou partager ces chiffres').click();
  await expect.poll(print).toBe(quoted);
  await clean(page);
  await page.goto(link.replace('APP-01:1', 'APP-01:0'));
  await expect(page.getByText('APP-01 (version 0 dans le lien, 1 ici)')).toBeVisible();
});

test('staff take the facts of a figure away, saying why, and who took what can be read', async ({ browser }) => {
  const page = await openAs(browser, 'staff');
  await page.goto('/chiffres?detail=APP-05');
  await page.getByRole('button', { name: 'Exporter ces faits en CSV' }).click();
  await expect(page.getByText('Dites pourquoi ces faits sont exportés')).toBeVisible();
  await page.getByLabel('Raison de l’export').selectOption('Vérification d’un chiffre');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Exporter ces faits en CSV' }).click()]);
  expect(file.suggestedFilename()).toBe('faits-APP-05.csv');
  await expect(page.getByText('L’export est enregistré.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Qui a exporté quoi' }).click();
  const row = page.getByRole('table', { name: 'Exports de faits' }).getByRole('row').nth(1);
  await expect(row).toContainText('Embauches (APP-05, version 2)');
  await expect(row).toContainText('Vérification d’un chiffre');
  await clean(page);
});
