// Formatting that matters in a review: no tab, no space at the end of a line, one newline at the end of a file, no line nobody can read.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const LONGEST = 300;
const text = /\.(ts|mjs|cjs|js|json|md|html|scss|graphql|yml|conf)$|(^|\/)Dockerfile$/;
// Prose, markup and tables of facts are as long as they are.
const free = /^(package-lock\.json|schema\.graphql)$|\.(md|json|html)$|golden\/|lists\/|names\.ts$|sources\.ts$|\.fr\.ts$|fixtures?[./]/;

const problems = [];
for (const file of execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\n')) {
  if (!text.test(file) || !existsSync(file)) continue;
  const content = readFileSync(file, 'utf8');
  if (content && !content.endsWith('\n')) problems.push(`${file}: no newline at the end`);
  content.split('\n').forEach((line, index) => {
    const at = `${file}:${index + 1}`;
    if (line.includes('\t')) problems.push(`${at}: tab`);
    if (/\s$/.test(line)) problems.push(`${at}: space at the end of the line`);
    if (line.length > LONGEST && !free.test(file)) problems.push(`${at}: ${line.length} characters for at most ${LONGEST}`);
  });
}
for (const problem of problems) console.error(problem);
process.exit(problems.length ? 1 : 0);
