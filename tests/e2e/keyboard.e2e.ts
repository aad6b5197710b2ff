import { expect, test } from '@playwright/test';
import { currentOrganisation, demoAccount, openAs, tabTo } from './support.js';

test('one signs in with the keyboard alone, and sees at each stop where one is', async ({ page }) => {
  const { email, password } = await demoAccount(page, 'candidate');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, 'Contenu');
  await tabTo(page, 'Se connecter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Se connecter' })).toBeFocused();
  await tabTo(page, 'Adresse e-mail');
  await page.keyboard.type(email);
  await tabTo(page, 'Mot de passe');
  await page.keyboard.type('un mot de passe faux');
  await tabTo(page, 'Se connecter');
  await page.keyboard.press('Enter');
  // Why it was refused takes the focus: the fields are the next stops.
  await expect(page.getByRole('alert')).toContainText('Connexion impossible');
  await expect(page.getByRole('alert')).toBeFocused();
  await tabTo(page, 'Mot de passe');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Bonjour/ })).toBeFocused();
});

test('one finds an employer with the keyboard alone, and sees at each stop where one is', async ({ page, browser }) => {
  const employer = await openAs(browser, 'employer');
  const { city } = await currentOrganisation(employer);
  await employer.context().close();

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, 'Contenu');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, 'Trouver un employeur');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Trouver un employeur' })).toBeFocused();
  await tabTo(page, 'Commune');
  // Slow typing asks more than once: the list that stays is that of the whole word.
  const answered = page.waitForResponse((response) => (response.request().postData() ?? '').includes(`"${city}"`));
  await page.keyboard.type(city);
  await answered;
  const place = page.getByRole('combobox', { name: /^Commune/ });
  const option = page.getByRole('option').filter({ hasText: city }).first();
  await expect(option).toBeVisible();
  await expect(async () => {
    if ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    await expect(option).toHaveAttribute('aria-selected', 'true', { timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(place).toHaveAttribute('aria-expanded', 'false');
  await expect(place).toBeFocused();
  await tabTo(page, 'Rechercher');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /employeurs? à 25 km autour de/ })).toBeVisible();
  await expect(page.locator('app-live-region')).toContainText(/\d+ employeurs? à 25 km autour de/);

  const first = page.getByRole('main').getByRole('listitem').getByRole('heading').getByRole('link').first();
  const name = ((await first.textContent()) ?? '').trim();
  await tabTo(page, name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page).toHaveTitle(`Fiche employeur : ${name} – Plateforme de l’inclusion`);
});
