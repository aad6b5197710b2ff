import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { choose, openAs } from './support.js';

const shots = process.env['SCREENSHOTS'];

for (const width of [1280, 375]) {
  test.describe(`at ${width} px`, () => {
    test('a visitor searches, goes beyond the last page, reads a supplier, comes back, and clears the search', async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/fournisseurs?page=999');
      await expect(page.getByRole('heading', { level: 2, name: /^\d+ fournisseurs? inclusifs?$/ })).toBeVisible();
      await expect(page).not.toHaveURL(/page=999/);
      await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();

      const sector = page.getByRole('combobox', { name: 'Secteur d’activité' });
      await sector.fill('nettoyage');
      await expect(page.getByRole('option').first()).toBeVisible();
      await sector.press('Escape');
      await sector.press('Tab');
      await expect(page.getByText('« nettoyage » n’est pas pris en compte')).toBeVisible();
      await choose(page, 'Secteur d’activité', 'nettoyage de locaux', 'locaux');
      await page.getByRole('button', { name: 'Rechercher' }).click();
      await expect(page).toHaveURL(/secteurs=/);
      await expect(page).not.toHaveURL(/page=/);
      const address = page.url();
      if (shots) await page.screenshot({ path: `${shots}/search-${width}.png`, fullPage: true });

      await page.getByText('Voir les fournisseurs de cette page sur une carte').click();
      const map = page.getByRole('figure', { name: 'Fournisseurs de cette page' });
      const point = map.getByRole('link').first();
      const name = (await point.getAttribute('aria-label'))!.replace(/, [^,]*$/, '');
      const { violations } = await new AxeBuilder({ page }).include('app-points-map').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      if (shots) await map.screenshot({ path: `${shots}/map-${width}.png` });
      await point.press('Enter');
      await expect(page.getByRole('heading', { level: 3 }).getByRole('link', { name, exact: true }).first()).toBeFocused();
      expect(page.url().split('#')[0]).toBe(address);
      await page.goBack();

      await page.getByRole('heading', { level: 3 }).first().getByRole('link').click();
      await expect(page.getByRole('heading', { level: 2, name: 'Coordonnées' })).toBeVisible();
      await page.getByRole('navigation', { name: 'Vous êtes ici' }).getByRole('link', { name: 'Trouver un fournisseur' }).click();
      await expect(page).toHaveURL(address);
      await page.getByRole('button', { name: 'Effacer les critères' }).click();
      await expect(page).toHaveURL(/\/fournisseurs$/);
    });

    test('an employer finds the needs it received from the menu, and keeps its filters in the address', async ({ browser }) => {
      const page = await openAs(browser, 'employer');
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/');
      if (width < 992) await page.getByRole('button', { name: 'Menu', exact: true }).click();
      const menu = page.getByRole('navigation', { name: 'Menu principal' });
      await menu.getByRole('button', { name: /^Marché/ }).click();
      await expect(menu.getByRole('link', { name: 'Ma fiche fournisseur' })).toBeVisible();
      if (shots) await page.screenshot({ path: `${shots}/menu-${width}.png` });
      await menu.getByRole('link', { name: /^Besoins reçus/ }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Besoins reçus' })).toBeVisible();
      await page.getByRole('link', { name: /^À traiter/ }).click();
      await page.getByLabel('Nature du besoin').selectOption({ index: 1 });
      await expect(page).toHaveURL(/etat=matched&nature=/);
      await page.getByRole('link', { name: 'Tous', exact: true }).click();
      await page.getByLabel('Nature du besoin').selectOption({ label: 'Toutes' });
      await expect(page).toHaveURL(/\/besoins\/recus$/);
      await expect(page.getByRole('main').getByRole('rowheader').or(page.getByText('Aucun besoin pour le moment')).first()).toBeVisible();
      if (shots) await page.screenshot({ path: `${shots}/received-${width}.png`, fullPage: true });
      await page.context().close();
    });
  });
}

test('a place is found in spite of a typing mistake, of suppliers and of employers alike', async ({ page }) => {
  for (const [address, label, typed, place, code] of [
    ['/fournisseurs', /^Lieu d’intervention/, 'grenobel', 'Grenoble (38)', '38185'],
    ['/employeurs', /^Commune/, 'montpelier', 'Montpellier', '34172'],
  ] as const) {
    await page.goto(address);
    await choose(page, label, typed, place);
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await expect(page).toHaveURL(new RegExp(`lieu=${code}`));
    await expect(page.getByRole('combobox', { name: label })).toHaveValue(new RegExp(`^${place.replace(/[()]/g, '.')}`));
  }
});
