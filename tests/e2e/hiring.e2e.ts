import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { ask, choose, choosePlace, currentOrganisation, inventPerson, openAs, type Organisation, registerCandidate, tabTo, tick } from './support.js';

test.describe.configure({ mode: 'serial' });

let prescriber: Page;
let employer: Page;
let inspector: Page;
let company: Organisation;

test.beforeAll(async ({ browser }) => {
  prescriber = await openAs(browser, 'prescriber', /^Prescripteur habilité/);
  employer = await openAs(browser, 'employer', /ACI|chantier/i);
  inspector = await openAs(browser, 'inspector');
  company = await currentOrganisation(employer);
});

test.afterAll(async () => {
  for (const page of [prescriber, employer, inspector]) await page?.context().close();
});

const person = inventPerson();
let applicationUrl = '';
let passNumber = '';

/** As the page shows it now, without asking again. */
async function shownFigure(page: Page, name: string): Promise<number> {
  const value = page.locator('.app-keyfigure').filter({ has: page.getByText(name, { exact: true }) }).locator('dd');
  await expect(value).toBeVisible();
  return Number(((await value.textContent()) ?? '').replace(/\D/g, ''));
}

async function writeApplication(page: Page, message: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message à l’employeur' }).fill(message);
  const jobs = page.getByRole('group', { name: /Postes visés/ }).getByRole('checkbox');
  if ((await jobs.count()) && !(await jobs.first().isChecked())) await tick(jobs.first());
  await page.getByRole('button', { name: 'Envoyer la candidature' }).click();
  await expect(page.getByText('Nouvelle candidature').first()).toBeVisible();
}

test('a prescriber finds nobody, creates the candidate, and gets field errors beside the fields', async () => {
  await prescriber.goto('/candidats/nouveau');
  const nir = prescriber.getByRole('textbox', { name: 'Numéro de sécurité sociale' });
  await nir.fill(`${person.nir.slice(0, 13)}00`);
  await prescriber.getByRole('button', { name: 'Continuer', exact: true }).click();
  await expect(nir).toHaveAttribute('aria-invalid', 'true');
  await nir.fill(person.nir);
  await prescriber.getByRole('button', { name: 'Continuer', exact: true }).click();
  await prescriber.getByRole('button', { name: 'Le candidat n’a pas d’adresse e-mail' }).click();
  await prescriber.getByRole('button', { name: 'Créer le candidat' }).click();
  await expect(prescriber.getByText('Indiquez le prénom.')).toBeVisible();

  await prescriber.getByLabel('Civilité').selectOption({ label: 'Madame' });
  await prescriber.getByLabel('Prénom').fill(person.firstName);
  await prescriber.getByLabel('Nom', { exact: true }).fill(person.lastName);
  await prescriber.getByLabel('Date de naissance').fill(person.birthDate);
  await prescriber.getByLabel('Motif d’absence de l’identifiant France Travail').selectOption({ label: 'Non inscrit auprès de France Travail' });
  await prescriber.getByRole('textbox', { name: 'Adresse Numéro et voie' }).fill('1 rue des Mirages');
  const place = await choosePlace(prescriber, company.city);
  await prescriber.getByLabel('Code postal').fill(/\((\d+)\)/.exec(place)?.[1] ?? '');
  await prescriber.getByRole('button', { name: 'Créer le candidat' }).click();
  await expect(prescriber.getByRole('heading', { level: 1, name: new RegExp(person.lastName, 'i') })).toBeVisible();
});

test('the prescriber diagnoses eligibility with a criterion', async () => {
  await prescriber.getByRole('link', { name: 'Établir un diagnostic d’éligibilité IAE' }).click();
  await tick(prescriber.getByRole('checkbox', { name: 'Bénéficiaire du RSA' }));
  await prescriber.getByRole('button', { name: 'Valider le diagnostic' }).click();
  await expect(prescriber.getByText('Bénéficiaire du RSA (niveau 1)')).toBeVisible();
});

test('the prescriber searches an employer for the candidate and applies [emplois/JA-8]', async () => {
  await prescriber.getByRole('link', { name: 'Postuler pour ce candidat' }).click();
  await prescriber.getByRole('link', { name: 'Chercher un employeur' }).click();
  await choosePlace(prescriber, company.city);
  await prescriber.getByLabel('Distance').selectOption('5');
  await prescriber.getByRole('button', { name: 'Rechercher' }).click();
  const link = prescriber.getByRole('link', { name: company.name, exact: true });
  await expect(prescriber.getByRole('heading', { name: /à 5 km autour de/ })).toBeVisible();
  for (let page = 2; !(await link.count()); page++) {
    await prescriber.getByRole('link', { name: 'Page suivante' }).click();
    await expect(prescriber.getByRole('navigation', { name: 'Pagination' }).locator('[aria-current=page]')).toHaveText(String(page));
  }
  await link.click();
  await prescriber.getByRole('main').getByRole('link', { name: 'Postuler', exact: true }).click();
  await writeApplication(prescriber, 'Bonjour, cette personne souhaite vous rejoindre.');
  applicationUrl = new URL(prescriber.url()).pathname;
});

test('the employer studies and accepts: a PASS IAE is issued and the figures the inspector is looking at move by themselves', async () => {
  await inspector.goto('/chiffres');
  const before = await shownFigure(inspector, 'Embauches');
  await inspector.evaluate(() => document.body.setAttribute('data-stayed', ''));
  await employer.goto('/candidatures/recues');
  await employer.getByRole('link', { name: new RegExp(person.lastName, 'i') }).first().click();
  await expect(employer.getByText('Bonjour, cette personne souhaite vous rejoindre.')).toBeVisible();
  await employer.getByRole('button', { name: 'Mettre à l’étude' }).click();
  await expect(employer.getByText(/Candidature à l.étude/).first()).toBeVisible();
  await employer.getByRole('link', { name: 'Accepter', exact: true }).click();
  await expect(employer.getByText('Éligible', { exact: true })).toBeVisible();
  await employer.getByLabel('Poste retenu').selectOption('Autre métier');
  await choose(employer, 'Métier', 'coif', 'Coiffure');
  await choosePlace(employer, company.city);
  await employer.getByRole('button', { name: 'Enregistrer l’embauche' }).click();
  await expect(employer.getByText('Candidature acceptée').first()).toBeVisible();
  await expect(employer.getByText('Coiffure')).toBeVisible();
  passNumber = await employer.getByText(/^\w{5} \d\d \d{5}$/).first().innerText();
  await expect(employer.getByText('Valide', { exact: true }).first()).toBeVisible();
  await expect.poll(() => shownFigure(inspector, 'Embauches'), { timeout: 20_000 }).toBeGreaterThan(before);
  expect(await inspector.evaluate(() => document.body.hasAttribute('data-stayed')), 'the page was never loaded again').toBe(true);
});

test('the prescriber reads the PASS of the candidate', async () => {
  await prescriber.goto(applicationUrl);
  await expect(prescriber.getByText('Candidature acceptée').first()).toBeVisible();
  await prescriber.goto('/pass');
  await prescriber.getByText('Filtrer les PASS IAE', { exact: true }).click();
  await prescriber.getByLabel('Nom du candidat').fill(person.lastName);
  await prescriber.getByRole('button', { name: 'Filtrer', exact: true }).click();
  await expect(prescriber.getByRole('table', { name: 'PASS IAE' })).toContainText(passNumber);
  await prescriber.getByRole('link', { name: new RegExp(person.lastName, 'i') }).click();
  await expect(prescriber).toHaveURL(/\/pass\/[\w-]+$/);
  await expect(prescriber.getByRole('main')).toContainText(passNumber);
});

test('the inspector reads the whole history of the hire, intact, and what was known the day before', async () => {
  await inspector.goto('/controle/embauches');
  await expect(inspector.getByRole('table', { name: 'Embauches' })).toBeVisible();
  await inspector.goto(applicationUrl.replace('/candidatures/', '/controle/embauches/'));
  await expect(inspector.getByText('Histoire intacte')).toBeVisible();
  await expect(inspector.getByText(/empreinte [0-9a-f]{16,}/).first()).toBeVisible();
  const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
  await inspector.getByLabel('Voir ce qui était connu à la date du').fill(yesterday);
  await inspector.getByRole('button', { name: 'Afficher' }).click();
  await expect(inspector).toHaveURL(new RegExp(`au=${yesterday}`));
  const known = inspector.getByRole('region', { name: /^Ce qui était connu le/ });
  await expect(known.getByRole('definition').first()).toHaveText('Pas encore envoyée');
  await expect(known).not.toContainText('Candidature acceptée');
  await inspector.getByRole('button', { name: 'Revenir à aujourd’hui' }).click();
  await expect(inspector.getByRole('region', { name: 'Ce qui était connu aujourd’hui' })).toContainText('Candidature acceptée, envoyée le');
});

test('the inspector walks the dates of the history with the keyboard, then takes it away and verifies it offline', async () => {
  await inspector.goto(applicationUrl.replace('/candidatures/', '/controle/embauches/'));
  const slider = inspector.getByRole('slider', { name: /^Ce qui était connu/ });
  await expect(slider).toHaveAttribute('aria-valuetext', 'aujourd’hui');
  await slider.focus();
  await slider.press('ArrowLeft');
  await expect(inspector).toHaveURL(/au=\d{4}-\d\d-\d\d/);
  await expect(slider).toBeFocused();
  await inspector.getByRole('button', { name: 'Date suivante' }).click();
  await expect(inspector).not.toHaveURL(/au=/);

  const take = async (name: string) => {
    const [file] = await Promise.all([inspector.waitForEvent('download'), inspector.getByRole('button', { name }).click()]);
    expect(file.suggestedFilename()).toMatch(/^histoire-embauche-\d{4}-\d\d-\d\d\.(json|pdf)$/);
    return file.path();
  };
  const json = await take('Exporter le fichier signé');
  writeFileSync(`${json}.pem`, await (await inspector.request.get('/api/seal-key')).text());
  expect(execFileSync(process.execPath, ['tools/verify-history.mjs', json, '--key', `${json}.pem`], { encoding: 'utf8' })).toContain('Histoire authentique');
  expect(readFileSync(await take('Exporter en PDF')).subarray(0, 5).toString()).toBe('%PDF-');
  const address = `/api${new URL(inspector.url()).pathname.replace('/controle/embauches/', '/hires/')}/history.json`;
  expect((await prescriber.request.get(address)).status()).toBe(403);
});

test('the employer declines another application, with a word for the prescriber alone', async () => {
  const other = inventPerson();
  const candidateId = await registerCandidate(prescriber, other, company);
  await prescriber.goto(`/candidater?employeur=${company.organisationId}&candidat=${candidateId}`);
  await writeApplication(prescriber, 'Bonjour, une seconde personne.');
  const url = new URL(prescriber.url()).pathname;

  await employer.goto(url);
  await employer.getByRole('link', { name: 'Décliner', exact: true }).click();
  await tick(employer.getByRole('radio', { name: 'Pas de recrutement en cours' }));
  await employer.getByRole('button', { name: 'Suivant' }).click();
  await expect(employer.getByRole('textbox', { name: 'Réponse au candidat' })).not.toHaveValue('');
  await employer.getByRole('button', { name: 'Suivant' }).click();
  await employer.getByRole('textbox', { name: 'Réponse au prescripteur' }).fill('Le poste vient d’être pourvu.');
  await employer.getByRole('button', { name: 'Décliner la candidature' }).click();
  await expect(employer.getByText('Candidature déclinée').first()).toBeVisible();

  await prescriber.goto(url);
  await expect(prescriber.getByText('Le poste vient d’être pourvu.')).toBeVisible();
});

test('an application is sent with the keyboard alone', async () => {
  const candidateId = await registerCandidate(prescriber, inventPerson(), company);
  await prescriber.goto(`/employeurs/${company.organisationId}?candidat=${candidateId}`);
  await expect(prescriber.getByRole('heading', { level: 1, name: company.name })).toBeVisible();
  await tabTo(prescriber, 'Postuler');
  await prescriber.keyboard.press('Enter');
  await expect(prescriber.getByRole('textbox', { name: 'Message à l’employeur' })).toBeVisible();
  const jobs = prescriber.getByRole('group', { name: /Postes visés/ }).getByRole('checkbox');
  if (await jobs.count()) {
    const label = (await jobs.first().evaluate((e) => (e as HTMLInputElement).labels?.[0]?.textContent ?? '')).replace(/\s+/g, ' ').trim();
    await tabTo(prescriber, label);
    if (!(await jobs.first().isChecked())) await prescriber.keyboard.press('Space');
  }
  await tabTo(prescriber, 'Message à l’employeur');
  await prescriber.keyboard.type('Écrit au clavier seul.');
  await tabTo(prescriber, 'Envoyer la candidature');
  await prescriber.keyboard.press('Enter');
  await expect(prescriber.getByText('Écrit au clavier seul.')).toBeVisible();
  await expect(prescriber.getByText('Nouvelle candidature').first()).toBeVisible();
});

test('the candidate sees applications, PASS, data and who read them', async ({ browser }) => {
  const candidate = await openAs(browser, 'candidate');
  const { myFile } = await ask<{ myFile: { lastName: string; city: string } }>(candidate, '{ myFile { lastName city } }');
  const pages = [
    ['/mon-espace/candidatures', 'Mes candidatures', /candidature|Embauché/i, 'tbody'],
    ['/mon-espace/pass', 'Mon PASS IAE', /Aucun PASS IAE|\w{5} \d\d \d{5}/, 'app-empty, dl'],
    ['/mon-espace', 'Mes données', new RegExp(`${myFile.lastName}[^]*${myFile.city}`), 'dl'],
    ['/mon-espace/consultations', 'Qui a lu mes données', /Personne n’a encore lu vos données|\d{4} à \d\d:\d\d/, 'app-empty, tbody'],
  ] as const;
  for (const [path, heading, datum, where] of pages) {
    await candidate.goto(path);
    await expect(candidate.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(candidate.getByRole('main').locator(where).first()).toContainText(datum);
    await expect(candidate.getByRole('alert')).toHaveCount(0);
  }
  await candidate.goto('/candidatures/recues');
  await expect(candidate.getByRole('heading', { level: 1, name: 'Page réservée' })).toBeVisible();
  await candidate.context().close();
});

test('a person of several organisations acts for one at a time', async ({ page }) => {
  const { demoAccounts } = await ask<{ demoAccounts: { email: string; password: string }[] }>(page, '{ demoAccounts { email password } }');
  const memberships = async (account: object) => {
    const { signIn } = await ask<{ signIn: { memberships: { name: string; organisationId: string }[] } }>(
      page, 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { memberships { organisationId name } } }', account,
    );
    return signIn.memberships;
  };
  let several: { name: string; organisationId: string }[] = [];
  for (const { email, password } of demoAccounts) {
    several = await memberships({ email, password });
    if (several.length > 1) break;
  }
  expect(several.length).toBeGreaterThan(1);
  await page.goto('/organisation');
  for (const { name } of several.slice(0, 2)) {
    const choose = page.getByRole('button', { name: `Choisir ${name}` });
    if (await choose.count()) await choose.click();
    else await page.getByRole('link', { name: 'Accueil' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: /^Bonjour/ })).toBeVisible();
    await expect(page.getByRole('banner').getByText(name).first()).toBeAttached();
    expect((await currentOrganisation(page)).name).toBe(name);
    await page.getByRole('link', { name: 'Changer d’organisation' }).first().click();
    await expect(page.getByText('Organisation actuelle')).toBeVisible();
  }
});
