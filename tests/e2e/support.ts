import { randomInt } from 'node:crypto';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly label: string;
  readonly role: string;
}

/** Asks the API as the page would, with the page's cookies and origin. */
export async function ask<T>(page: Page, query: string, variables: object = {}): Promise<T> {
  if (!page.url().startsWith('http')) await page.goto('/accessibilite');
  const answer = await page.evaluate(
    async (body) => (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json() as Promise<unknown>,
    { query, variables },
  );
  const { data, errors } = answer as { data: T; errors?: unknown[] };
  if (errors?.length) throw new Error(JSON.stringify(errors));
  return data;
}

export async function demoAccount(page: Page, role: string, label = /./): Promise<DemoAccount> {
  const { demoAccounts } = await ask<{ demoAccounts: DemoAccount[] }>(page, '{ demoAccounts { email password label role } }');
  const found = demoAccounts.find((a) => a.role === role && label.test(a.label));
  if (!found) throw new Error(`No demonstration account for ${role} ${String(label)}`);
  return found;
}

/** Signs in as a person does: the demonstration list fills the form, then one presses the button. */
export async function signIn(page: Page, role: string, label = /./): Promise<DemoAccount> {
  const account = await demoAccount(page, role, label);
  await page.goto('/connexion');
  await page.getByRole('button', { name: account.label, exact: true }).first().click();
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Se déconnecter' }).first()).toBeAttached();
  await expect(page).not.toHaveURL(/connexion/);
  if (page.url().includes('/organisation')) await page.getByRole('button', { name: /^Choisir/ }).first().click();
  return account;
}

export interface Organisation {
  readonly organisationId: string;
  readonly name: string;
  readonly city: string;
  readonly department: string;
}

export async function currentOrganisation(page: Page): Promise<Organisation> {
  const { me } = await ask<{ me: { current: Organisation } }>(page, '{ me { current { organisationId name city department } } }');
  return me.current;
}

export async function openAs(browser: Browser, role: string, label = /./): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, role, label);
  return page;
}

/** Why one would not see where the focus is; nothing when one does. */
const unseen = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const stop = document.activeElement!;
    const label = (stop as HTMLInputElement).labels?.[0] ?? null;
    const drawn = [stop, label].flatMap((e) => (e ? [null, '::before', '::after'].map((part) => getComputedStyle(e, part)) : []));
    if (!drawn.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)) return 'it has no outline';
    const { top, bottom, left, right } = (label?.control === stop && stop.matches('[type=checkbox], [type=radio]') ? label : stop).getBoundingClientRect();
    return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth ? '' : 'it is out of the window';
  });

/** Goes with Tab to what begins with these words, as without a mouse; at each stop on the way one sees where one is. */
export async function tabTo(page: Page, words: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const told = await page.evaluate(() => {
      const stop = document.activeElement as HTMLInputElement | null;
      return stop && stop !== document.body ? (stop.labels?.[0]?.textContent ?? stop.textContent ?? '').replace(/\s+/g, ' ').trim() : null;
    });
    if (told === null) continue;
    await expect.poll(() => unseen(page), `the focus is seen on « ${told.slice(0, 60)} »`).toBe('');
    if (told.startsWith(words)) return;
  }
  throw new Error(`The keyboard never reached « ${words} »`);
}

/** Ticks as a person does: on the label, under which the box is drawn, once it has stopped moving. */
export async function tick(box: Locator): Promise<void> {
  await box.page().locator(`label[for="${await box.getAttribute('id')}"]`).click();
  await expect(box).toBeChecked();
}

/** Chooses from a field that proposes, and waits until its list, which covers what comes below, is closed. */
export async function choose(page: Page, label: string | RegExp, words: string, option: string): Promise<Locator> {
  const box = page.getByRole('combobox', { name: label });
  await box.fill(words);
  await page.getByRole('option').filter({ hasText: option }).first().click();
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  return box;
}

export async function choosePlace(page: Page, city: string, label = /^Commune/): Promise<string> {
  const box = await choose(page, label, city, city);
  await expect(box).toHaveValue(new RegExp(`^${city}`, 'i'));
  return box.inputValue();
}

export interface Person {
  readonly nir: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
}

const letters = (digits: string): string => [...digits].map((d) => 'bcdfghjklm'[Number(d)]).join('a');

/** Somebody who cannot exist: born abroad in a country without a code, with a right key. One in tens of millions: a world kept from one run to the next has none of the same. */
export function inventPerson(): Person {
  const year = String(randomInt(70, 100));
  const month = String(randomInt(1, 13)).padStart(2, '0');
  const serial = randomInt(900_000, 999_999);
  const body = `2${year}${month}99${serial}`;
  const key = String(97n - (BigInt(body) % 97n)).padStart(2, '0');
  return { nir: body + key, firstName: 'Imaginaire', lastName: `Fictive${letters(`${year}${month}${serial}`)}`, birthDate: `19${year}-${month}-12` };
}

export const registerCandidate = async (page: Page, person: Person, place: { city: string }): Promise<string> => {
  const { communes } = await ask<{ communes: { insee: string; name: string; postCodes: string[] }[] }>(page, 'query ($s: String!) { communes(search: $s) { insee name postCodes } }', { s: place.city });
  const commune = communes[0]!;
  const input = { title: 'MME', ...person, franceTravailReason: 'NOT_REGISTERED', address: '1 rue des Mirages', postCode: commune.postCodes[0], insee: commune.insee, city: commune.name };
  const { registerCandidate: file } = await ask<{ registerCandidate: { id: string } }>(
    page,
    'mutation ($input: CandidateInput!, $command: ID!) { registerCandidate(input: $input, command: $command, confirmNotDuplicate: true) { id } }',
    { input, command: crypto.randomUUID() },
  );
  return file.id;
};
