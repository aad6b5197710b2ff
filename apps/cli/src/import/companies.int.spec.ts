import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '#testing';
import { CompanyImport } from '../../../../libs/organisations/src/application/company-import.js';
import { OrganisationsModule } from '../../../../libs/organisations/src/organisations.module.js';
import { importCompanies, readLines } from './companies.js';

const HEADER = 'siret,kind,name,brand,naf,address,post_code,city,department,lat,lon';
const GARDENS = '00000000000018,ACI,Jardins Fictifs,,81.30Z,1 rue de l’Essai,30000,Nîmes,30,43.83,4.36';

describe('Importing companies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plateforme-import-'));
  let app: TestApp;
  const run = (...lines: readonly string[]) => {
    const file = join(folder, 'companies.csv');
    writeFileSync(file, `\uFEFF${[HEADER, ...lines].join('\n')}\n`);
    return importCompanies(readLines(file), app.get(CompanyImport), () => undefined);
  };

  beforeAll(async () => {
    app = await testApp({ modules: [OrganisationsModule] });
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('creates a company once, changes it when its line changes, and leaves it alone otherwise', async () => {
    expect((await run(GARDENS)).counts).toEqual({ created: 1, changed: 0, unchanged: 0, refused: 0 });
    expect((await run(GARDENS)).counts).toEqual({ created: 0, changed: 0, unchanged: 1, refused: 0 });
    expect((await run(GARDENS.replace('Jardins Fictifs', 'Nouveaux Jardins Fictifs'))).counts).toMatchObject({ changed: 1, refused: 0 });
    await app.settled();
    expect(await app.database.rows('select name from read.organisations_company')).toEqual([{ name: 'Nouveaux Jardins Fictifs' }]);
  });

  it('refuses a line without the others, readable or not, and names it by its number in the file', async () => {
    const { counts, refusals } = await run(
      '00000000000026,ACI,"Ateliers Fictifs,,81.30Z,guillemet jamais fermé,30000,Nîmes,30,43.83,4.36',
      '00000000000034,ACI,Une colonne de trop,,81.30Z,1 rue,30000,Nîmes,30,43.83,4.36,trop',
      '123,ACI,SIRET trop court,,81.30Z,1 rue,30000,Nîmes,30,43.83,4.36',
      '00000000000042,XYZ,Type inconnu,,81.30Z,1 rue,30000,Nîmes,30,43.83,4.36',
      '00000000000059,EI,Entreprise "Fictive",,81.30Z,1 rue,30000,Nîmes,30,43.83,4.36',
    );
    expect(counts).toEqual({ created: 1, changed: 0, unchanged: 0, refused: 4 });
    expect(refusals.map((sentence) => sentence.split(':')[0])).toEqual(['line 2', 'line 3', 'line 4', 'line 5']);
    expect(refusals[0]).toContain('n’est pas lisible');
    expect(refusals[2]).toMatch(/siret: /);
    expect(refusals[3]).toMatch(/kind: /);
  });

  it('takes a value of several lines between quotes as one line, and names the following ones by their numbers in the file', async () => {
    const { counts, refusals } = await run(
      '00000000000067,ACI,"Chantier',
      '',
      'Fictif",,81.30Z,"Bâtiment A, escalier 2',
      '1 rue de l’Essai",30000,Nîmes,30,43.83,4.36',
      '124,ACI,SIRET trop court,,81.30Z,1 rue,30000,Nîmes,30,43.83,4.36',
      '',
      '00000000000075,ACI,"Jamais fermé,,81.30Z,1 rue,30000,Nîmes,30,43.83,4.36',
      '00000000000083,ACI,Dernière Fictive,,81.30Z,1 rue,30000,Nîmes,30,43.83,4.36',
    );
    expect(counts).toEqual({ created: 2, changed: 0, unchanged: 0, refused: 2 });
    expect(refusals.map((sentence) => sentence.split(':')[0])).toEqual(['line 6', 'line 8']);
    await app.settled();
    const named = await app.database.rows(`select name, address from read.organisations_company where siret = '00000000000067'`);
    expect(named).toEqual([{ name: 'Chantier Fictif', address: 'Bâtiment A, escalier 2 1 rue de l’Essai' }]);
  });

  it('says which column is missing', () => {
    const file = join(folder, 'short.csv');
    writeFileSync(file, 'siret,kind,name\n00000000000018,ACI,Jardins Fictifs\n');
    expect(() => readLines(file)).toThrow(/columns missing in .*: brand, naf, address/);
  });
});
