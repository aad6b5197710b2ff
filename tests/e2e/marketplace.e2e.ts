import { expect, type Page, test } from '@playwright/test';
import { choose, choosePlace, currentOrganisation, demoAccount, openAs, type Organisation, tick } from './support.js';

test.describe.configure({ mode: 'serial' });

let buyer: Page;
let staff: Page;
let supplier: Page;
let workshop: Organisation;
const title = `Réparation des vélos de service ${Date.now()}`;
const sector = 'Réparation de vélos';
let needUrl = '';

test.beforeAll(async ({ browser }) => {
  buyer = await openAs(browser, 'buyer');
  staff = await openAs(browser, 'staff');
  supplier = await openAs(browser, 'supplier');
  workshop = await currentOrganisation(supplier);
});

test.afterAll(async () => {
  for (const page of [buyer, staff, supplier]) await page?.context().close();
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a supplier keeps its entry: an activity, a contact', async () => {
  await supplier.goto('/mon-offre');
  await expect(supplier.getByRole('heading', { level: 2, name: 'Activités' })).toBeVisible();
  await supplier.getByRole('button', { name: 'Ajouter une activité' }).click();
  await choose(supplier, /^Secteur d’activité/, 'reparation velo', sector);
  await tick(supplier.getByRole('checkbox', { name: 'Prestation de service' }));
  await tick(supplier.getByRole('group', { name: /^Périmètre d’intervention/ }).getByRole('radio', { name: /distance|kilom/i }));
  await supplier.getByRole('textbox', { name: 'Distance en kilomètres' }).fill('50');
  await supplier.getByRole('button', { name: 'Enregistrer l’activité' }).click();
  await expect(supplier.getByRole('heading', { level: 3, name: sector }).first()).toBeVisible();
  await supplier.getByLabel('Adresse e-mail de contact').fill('contact@atelier.test');
  await supplier.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(supplier.getByRole('button', { name: 'Enregistrer', exact: true })).toBeEnabled();
});

test('a visitor finds the supplier by sector and place, and cannot read its contact', async ({ page }) => {
  await page.goto('/fournisseurs');
  await choose(page, /^Secteur d’activité/, 'reparation velo', sector);
  await choosePlace(page, workshop.city, /^Lieu d’intervention/);
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await expect(page).toHaveURL(/secteurs=.*&lieu=/);
  await page.getByRole('link', { name: workshop.name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: workshop.name })).toBeVisible();
  await expect(page.getByText('Les coordonnées sont réservées aux acheteurs.')).toBeVisible();
  await expect(page.getByText('contact@atelier.test')).toHaveCount(0);
});

test('a buyer publishes a need, after a field was said to be missing', async () => {
  await buyer.goto('/');
  await buyer.getByRole('main').getByRole('link', { name: 'Publier un besoin' }).click();
  await tick(buyer.getByRole('radio', { name: 'Demande de devis' }));
  await buyer.getByRole('textbox', { name: 'Titre' }).fill(title);
  await buyer.getByRole('textbox', { name: 'Description' }).fill('Quarante vélos à réviser avant l’été.');
  await buyer.getByRole('button', { name: 'Relire avant de publier' }).click();
  await expect(buyer.getByRole('combobox', { name: /^Lieu d’intervention/ })).toHaveAttribute('aria-invalid', 'true');
  await choosePlace(buyer, workshop.city, /^Lieu d’intervention/);
  await buyer.getByLabel('Date de clôture').fill(inDays(20));
  for (let count = await buyer.getByRole('button', { name: /^Retirer la question/ }).count(); count > 1; count--) await buyer.getByRole('button', { name: /^Retirer la question/ }).last().click();
  await tick(buyer.getByRole('checkbox', { name: /mail/i }));
  await buyer.getByRole('textbox', { name: /^Adresse e-mail/ }).fill('achats@collectivite.test');
  await buyer.getByRole('button', { name: 'Relire avant de publier' }).click();
  await expect(buyer.getByRole('heading', { name: 'Ce que verront les fournisseurs' })).toBeFocused();
  await buyer.getByRole('button', { name: 'Publier le besoin' }).click();
  await expect(buyer.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(buyer.getByText('En attente de validation')).toBeVisible();
  needUrl = new URL(buyer.url()).pathname;
  // Another need of this title, of this very buyer, has another reference.
  const { name } = await currentOrganisation(buyer);
  await expect(buyer).toHaveTitle(`Besoin : ${title}, ${name}, ${needUrl.slice(-6).toUpperCase()} – Plateforme de l’inclusion`);
});

test('the team completes the need, keeps the suppliers that match, and validates', async () => {
  await staff.goto('/besoins/a-valider');
  await expect(staff.getByRole('link', { name: title })).toBeVisible();
  await staff.getByRole('link', { name: title }).click();
  await expect(staff.getByText('Les secteurs d’activité doivent être renseignés avant de valider le besoin.')).toBeVisible();
  await choose(staff, /^Secteurs d’activité/, 'reparation velo', sector);
  await expect(staff.getByText(/^[1-9]\d* structures? correspond/)).toBeVisible();
  await staff.getByRole('button', { name: 'Enregistrer les structures ciblées' }).click();
  await staff.getByRole('button', { name: 'Valider le besoin' }).click();
  await staff.getByRole('button', { name: 'Confirmer la validation' }).click();
  await expect(staff.getByRole('heading', { name: 'Structures ciblées', exact: true })).toBeVisible();
  await expect(staff.getByRole('button', { name: 'Valider le besoin' })).toHaveCount(0);
});

test('the supplier sees no contact until it declares interest', async () => {
  await supplier.goto('/besoins/recus');
  await expect(supplier.getByRole('row').filter({ hasText: title }).getByText('Nouveau', { exact: true })).toBeVisible();
  await supplier.getByRole('link', { name: title }).click();
  await expect(supplier.getByRole('heading', { name: 'Ce besoin vous intéresse ?' })).toBeVisible();
  await expect(supplier.getByText('achats@collectivite.test')).toHaveCount(0);
  await supplier.getByRole('button', { name: 'Accéder aux coordonnées' }).click();
  await expect(supplier.getByText('Répondez à cette question.')).toBeVisible();
  await supplier.getByRole('region', { name: 'Ce besoin vous intéresse ?' }).getByRole('textbox').first().fill('Sous dix jours.');
  await supplier.getByRole('button', { name: 'Accéder aux coordonnées' }).click();
  await expect(supplier.getByRole('heading', { name: 'Contactez le client dès maintenant' })).toBeVisible();
  await expect(supplier.getByRole('link', { name: 'achats@collectivite.test' })).toBeVisible();
});

test('the buyer is told at once, reads the answer and the contact of the supplier', async () => {
  // The page of the need has been open since it was published.
  for (const figure of [/^Ont vu le besoin/, /^Intéressées/]) await expect(buyer.locator('.app-keyfigure').filter({ hasText: figure }).getByRole('definition')).toHaveText('1');
  await buyer.goto(`${needUrl}?onglet=interested`);
  await expect(buyer.getByRole('link', { name: workshop.name })).toBeVisible();
  await buyer.getByText('Ses réponses à vos questions').click();
  await expect(buyer.getByText('Sous dix jours.')).toBeVisible();
  await expect(buyer.getByRole('link', { name: 'contact@atelier.test' })).toBeVisible();
});

test('a visitor who was given its address reads the need, not whom to contact, and answers once signed in', async ({ page }) => {
  await page.goto(needUrl);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('Quarante vélos à réviser avant l’été.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Connectez-vous pour répondre' })).toBeVisible();
  await expect(page.getByText('achats@collectivite.test')).toHaveCount(0);
  await page.getByRole('link', { name: 'Accéder aux coordonnées' }).click();
  const { label } = await demoAccount(page, 'supplier');
  await page.getByRole('button', { name: label, exact: true }).first().click();
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${needUrl}$`));
  await expect(page.getByRole('link', { name: 'achats@collectivite.test' })).toBeVisible();
});

test('both sides record the contract and its amount', async () => {
  await tick(supplier.getByRole('radio', { name: 'Oui' }));
  await supplier.getByLabel('Montant en euros').fill('beaucoup');
  await supplier.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await expect(supplier.getByText('Indiquez un montant en euros entiers')).toBeVisible();
  await supplier.getByLabel('Montant en euros').fill('4 800');
  await supplier.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await expect(supplier.getByText(/Votre réponse du .* : contrat signé/)).toBeVisible();

  await expect(buyer.getByText('déclaré par le fournisseur')).toBeVisible();
  await tick(buyer.getByRole('radio', { name: 'Oui' }));
  await buyer.getByLabel('Avec quelle structure ?').selectOption({ label: `${workshop.name} (${workshop.city})` });
  await buyer.getByLabel('Montant en euros').fill('5 000');
  await buyer.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await expect(buyer.getByText('Contrat signé', { exact: true })).toBeVisible();
  await expect(buyer.getByText(/^5\s000 €$/)).toBeVisible();
});
