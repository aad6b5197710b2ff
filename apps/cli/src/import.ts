import { loadCommunes } from '#reference';
import { CompanyImport } from '../../../libs/organisations/src/application/company-import.js';
import { OrganisationsModule } from '../../../libs/organisations/src/organisations.module.js';
import { readArguments } from './arguments.js';
import { environment } from './environment.js';
import { type FileLine, importCompanies, readLines } from './import/companies.js';
import { stopWhenInterrupted } from './interrupted.js';
import { openPlatform } from './open.js';
import { Progress } from './progress.js';

const { words } = readArguments(process.argv.slice(2));
const [what, file] = words;
if (what !== 'companies' || !file) {
  console.error('npm run import -- companies <file.csv>');
  process.exit(1);
}

const linesOf = (path: string): readonly FileLine[] => {
  try {
    return readLines(path);
  } catch (error) {
    console.error(`Nothing was imported: ${(error as Error).message}`);
    process.exit(1);
  }
};

const lines = linesOf(file);
loadCommunes();
const surroundings = await environment();
stopWhenInterrupted(surroundings);
const platform = await openPlatform(surroundings, { role: 'api', modules: [OrganisationsModule] });
try {
  const progress = new Progress(lines.length, 'companies');
  const { counts, refusals } = await importCompanies(lines, platform.get(CompanyImport, { strict: false }), (done) => progress.show(done));
  for (const refusal of refusals) console.log(refusal);
  console.log(`${lines.length} lines: ${counts.created} created, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.refused} refused.`);
} finally {
  await platform.close();
  surroundings.stop();
}
