import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { matches, routes } from './routes.js';
import { ask, currentOrganisation, openAs } from './support.js';

const open = ['/', '/employeurs', '/fournisseurs', '/connexion', '/chiffres', '/sources', '/accessibilite', '/acces-refuse', '/nulle-part'];

/** Those that are there to say that a page cannot be shown. */
const NO_PAGE = ['/acces-refuse', '/nulle-part'];

/** The addresses that were looked at and did show their page, with its title. */
const visited = new Map<string, string>();

async function check(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname, `${path} sends elsewhere`).toBe(path.split('?')[0]);
  await expect(page.locator('.app-skeleton')).toHaveCount(0);
  for (const width of [1280, 375, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${path} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
    if (width === 320) continue;
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`), `${path} at ${width} px`).toEqual([]);
  }
  // Last, when whatever could fail has had the time to say so.
  await expect(page.locator('.app-skeleton')).toHaveCount(0);
  await expect(page.locator('app-error-state, app-failure [role=alert], .fr-alert--error[role=alert]'), `${path} could not be loaded`).toHaveCount(0);
  await expect(page.locator('app-empty').filter({ hasText: /n’existe (pas|plus)|ne peut (pas|plus)|ne changent plus|n’a pas de fiche/ }), `${path} has nothing to show`).toHaveCount(0);
  if (!NO_PAGE.includes(path)) await expect(page.getByRole('heading', { level: 1, name: /^(Page réservée|Page introuvable|Se connecter)$/ })).toHaveCount(path === '/connexion' ? 1 : 0);
  visited.set(path.split('?')[0]!, await page.title());
}

/** The first of a list; a world without one would leave a page unseen. */
const sample = <T>(items: readonly T[], what: string): T => {
  expect(items.length, `the fictional world has ${what}`).toBeGreaterThan(0);
  return items[0]!;
};

const firstApplication = async (page: Page, box: string, status: string[] | null = null): Promise<string> => {
  const { applications } = await ask<{ applications: { items: { id: string }[] } }>(page, 'query ($f: ApplicationFilter) { applications(filter: $f, first: 1) { items { id } } }', { f: { box, statuses: status } });
  return sample(applications.items, `an application in the box ${box}`).id;
};

test.describe('no page has an accessibility violation that a tool can see', () => {
  test.describe.configure({ mode: 'serial' });
  test.slow();

  test('open to all', async ({ page }) => {
    for (const path of open) await check(page, path);
  });

  test('prescriber', async ({ browser }) => {
    const page = await openAs(browser, 'prescriber', /^Prescripteur habilité/);
    const { candidates } = await ask<{ candidates: { items: { id: string }[] } }>(page, '{ candidates { items { id } } }');
    const candidate = sample(candidates.items, 'a candidate').id;
    const { city } = await currentOrganisation(page);
    const { communes } = await ask<{ communes: { insee: string }[] }>(page, 'query ($s: String!) { communes(search: $s) { insee } }', { s: city });
    const { employers } = await ask<{ employers: { items: { id: string }[] } }>(page, 'query ($p: String!) { employers(place: $p) { items { id } } }', { p: communes[0]!.insee });
    const employer = sample(employers.items, 'an employer nearby').id;
    const sent = await firstApplication(page, 'sent');
    for (const path of [
      '/', '/organisation', '/candidats', '/candidats/nouveau', `/candidats/${candidate}`, `/candidats/${candidate}/modifier`, `/candidats/${candidate}/numero`, `/candidats/${candidate}/diagnostic`,
      '/candidatures/envoyees', '/pass', `/pass/${candidate}`, `/employeurs?lieu=${communes[0]!.insee}`, `/employeurs/${employer}`, `/candidater?employeur=${employer}`, `/candidater?employeur=${employer}&candidat=${candidate}`,
      `/candidatures/${sent}`,
    ])
      await check(page, path);
    await page.context().close();
  });

  test('employer', async ({ browser }) => {
    const page = await openAs(browser, 'employer');
    const fresh = await firstApplication(page, 'received', ['new', 'processing', 'postponed']);
    const { applications } = await ask<{ applications: { items: { id: string; actions: string[] }[] } }>(page, '{ applications(filter: { statuses: ["accepted"] }, first: 100) { items { id actions } } }');
    const hire = applications.items.find(({ actions }) => actions.includes('changeHireDates')) ?? sample(applications.items, 'a hire');
    const { candidates } = await ask<{ candidates: { items: { id: string }[] } }>(page, '{ candidates { items { id } } }');
    const candidate = sample(candidates.items, 'a candidate of an employer').id;
    const lists = ['/candidatures/recues', '/candidatures/recues?eligibilite=to_validate', '/pass'];
    for (const path of ['/', ...lists, '/embaucher', `/embaucher?candidat=${candidate}`, `/candidatures/${hire.id}/dates`, `/candidatures/${fresh}`, `/candidatures/${fresh}/accepter`, `/candidatures/${fresh}/decliner`]) await check(page, path);
    await page.context().close();
  });

  test('candidate', async ({ browser }) => {
    const page = await openAs(browser, 'candidate');
    for (const path of ['/', '/mon-espace', '/mon-espace/numero', '/mon-espace/candidatures', '/mon-espace/pass', '/mon-espace/consultations']) await check(page, path);
    await page.context().close();
  });

  test('inspector', async ({ browser }) => {
    const page = await openAs(browser, 'inspector');
    const { hires } = await ask<{ hires: { items: { applicationId: string }[] } }>(page, '{ hires { items { applicationId } } }');
    for (const path of ['/', '/controle/embauches', `/controle/embauches/${sample(hires.items, 'a hire').applicationId}`]) await check(page, path);
    await page.context().close();
  });

  test('staff, buyer, supplier', async ({ browser }) => {
    const staff = await openAs(browser, 'staff');
    const { needsToValidate } = await ask<{ needsToValidate: { items: { id: string }[] } }>(staff, '{ needsToValidate { items { id } } }');
    const { nirCorrections } = await ask<{ nirCorrections: { items: { id: string }[] } }>(staff, '{ nirCorrections { items { id } } }');
    const correction = sample(nirCorrections.items, 'a number to correct').id;
    for (const path of ['/sante', '/messages-en-attente', '/effacement', '/corrections-nir', `/corrections-nir/${correction}`, '/chiffres/exports', '/pass-a-delivrer', '/besoins/a-valider', `/besoins/${sample(needsToValidate.items, 'a need to validate').id}`]) await check(staff, path);
    await staff.context().close();

    const buyer = await openAs(browser, 'buyer');
    const { needs } = await ask<{ needs: { items: { id: string }[] } }>(buyer, '{ needs { items { id } } }');
    const { suppliers } = await ask<{ suppliers: { items: { id: string }[] } }>(buyer, '{ suppliers { items { id } } }');
    const { drafts } = await ask<{ drafts: { items: { id: string }[] } }>(buyer, '{ drafts: needs(status: "draft") { items { id } } }');
    const draft = sample(drafts.items, 'a draft').id;
    const found = `/fournisseurs/${sample(suppliers.items, 'a supplier').id}`;
    for (const path of ['/', found, '/besoins', '/besoins/nouveau', `/besoins/${sample(needs.items, 'a need').id}`, `/besoins/${draft}/modifier`]) await check(buyer, path);
    await buyer.context().close();

    const supplier = await openAs(browser, 'supplier');
    const { receivedNeeds } = await ask<{ receivedNeeds: { items: { id: string }[] } }>(supplier, '{ receivedNeeds { items { id } } }');
    const received = `/besoins/${sample(receivedNeeds.items, 'a need received').id}`;
    for (const path of ['/', '/besoins/recus', '/mon-offre', received]) await check(supplier, path);
    await supplier.context().close();

    const visitor = await (await browser.newContext()).newPage();
    await check(visitor, received);
    await visitor.context().close();
  });

  test('and no page was left out', () => {
    expect(routes().filter((route) => ![...visited.keys()].some((path) => matches(route, path)))).toEqual([]);
  });

  test('and every route has a title of its own', () => {
    const titles = new Map<string, Set<string>>();
    for (const [path, title] of visited) for (const route of routes().filter((each) => matches(each, path))) titles.set(title, (titles.get(title) ?? new Set()).add(route));
    expect([...titles].filter(([, of]) => of.size > 1).map(([title, of]) => `${title}: ${[...of].join(', ')}`)).toEqual([]);
  });
});
