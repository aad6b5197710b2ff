import { expect, test } from '@playwright/test';
import { choosePlace, currentOrganisation, openAs } from './support.js';

test('a visitor searches employers around a place, shares the address, and opens a card', async ({ page, browser }) => {
  const employer = await openAs(browser, 'employer');
  const { city } = await currentOrganisation(employer);
  await employer.context().close();

  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Trouver un employeur' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await choosePlace(page, city);
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await expect(page.getByRole('heading', { name: /employeurs? à 25 km autour de/ })).toBeVisible();
  await expect(page).toHaveURL(/lieu=/);

  const shared = page.url();
  await page.goto('/accessibilite');
  await page.goto(shared);
  const first = page.getByRole('main').getByRole('listitem').getByRole('heading').getByRole('link').first();
  const name = (await first.textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('SIRET', { exact: true })).toBeVisible();
});

test('a search without a place says what is missing, beside the field', async ({ page }) => {
  await page.goto('/employeurs');
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await expect(page.getByRole('combobox', { name: /^Commune/ })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Saisissez une commune puis choisissez-la dans la liste.')).toBeVisible();
});

test('a wrong address and a reserved page each say so', async ({ page }) => {
  await page.goto('/nulle-part');
  await expect(page.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  await page.goto('/candidatures/recues');
  await expect(page.getByRole('heading', { level: 1, name: 'Se connecter' })).toBeVisible();
  await expect(page).toHaveURL(/suite=%2Fcandidatures%2Frecues/);
});

test('a wrong password is refused with a sentence', async ({ page }) => {
  await page.goto('/connexion');
  await page.getByLabel('Adresse e-mail').fill('personne@exemple.test');
  await page.getByLabel('Mot de passe').fill('un mot de passe faux');
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Connexion impossible');
});

test('public figures come as charts and as tables', async ({ page }) => {
  await page.goto('/chiffres');
  await expect(page.getByText('Taux d’acceptation', { exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Chiffres par territoire' })).toBeVisible();
});

test('on a phone the menu opens, keeps the keyboard, and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('button', { name: 'Fermer' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();
});
