import { expect, test } from '@playwright/test';
import { ask, currentOrganisation, inventPerson, openAs, registerCandidate } from './support.js';

const APPLY = 'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id } }';

test('the team erases a person, and the employer then reads that they were erased', async ({ browser }) => {
  const prescriber = await openAs(browser, 'prescriber', /^Prescripteur habilité/);
  const employer = await openAs(browser, 'employer', /ACI|chantier/i);
  const person = inventPerson();
  const company = await currentOrganisation(employer);
  const candidateId = await registerCandidate(prescriber, person, await currentOrganisation(prescriber));
  const { employer: card } = await ask<{ employer: { jobs: { id: string }[] } }>(prescriber, 'query ($id: ID!) { employer(id: $id) { jobs { id } } }', { id: company.organisationId });
  const input = { candidateId, companyId: company.organisationId, jobs: card.jobs.slice(0, 1).map(({ id }) => id), message: 'Elle cherche un emploi.', criteria: ['RSA'] };
  const { apply } = await ask<{ apply: { id: string } }>(prescriber, APPLY, { input, command: crypto.randomUUID() });
  await employer.goto(`/candidatures/${apply.id}`);
  await expect(employer.getByText(person.lastName.toUpperCase()).first()).toBeVisible();

  const staff = await openAs(browser, 'staff');
  await staff.goto('/');
  await staff.getByRole('link', { name: 'Effacer les données d’une personne' }).click();
  await staff.getByLabel('Identifiant ou adresse e-mail de la personne').fill(candidateId);
  await staff.getByRole('button', { name: 'Rechercher' }).click();
  await expect(staff.getByRole('heading', { name: new RegExp(person.lastName, 'i') })).toBeVisible();
  expect(staff.url()).not.toContain(candidateId);
  await staff.getByLabel('Raison de l’effacement').selectOption({ label: 'La personne l’a demandé' });
  await staff.getByRole('button', { name: 'Effacer définitivement' }).click();
  await staff.getByLabel('Pour confirmer, saisissez EFFACER').fill('EFFACER');
  await staff.getByRole('button', { name: 'Effacer pour toujours' }).click();
  await expect(staff.getByText('Les données ont été effacées').first()).toBeVisible();

  await employer.reload();
  await expect(employer.getByRole('heading', { level: 1, name: 'Personne effacée' })).toBeVisible();
  await employer.goto('/candidatures/recues');
  await expect(employer.getByText('Personne effacée').first()).toBeVisible();
  await expect(employer.getByText(person.lastName.toUpperCase())).toHaveCount(0);
  for (const page of [prescriber, employer, staff]) await page.context().close();
});
