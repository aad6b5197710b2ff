import pg from 'pg';
import { Clock } from '#kernel';
import { COMPANY_KINDS, communes, DEPARTMENTS, perimeterOf, PRESTA_TYPES, ROME, SECTOR_GROUPS } from '#reference';
import { SupplierSearch } from '../../../../libs/marketplace/src/projections/supplier-search.js';
import type { SupplierQuestion } from '../../../../libs/marketplace/src/projections/supplier-question.js';
import { type EmployerQuestion, EmployerSearch } from '../../../../libs/organisations/src/projections/employer-search.js';
import { FiguresCopy } from '../../../../libs/pilotage/src/projections/figures-copy.js';
import { openPlatform } from '../open.js';
import { agree, type Answer } from './agree.js';
import type { Statement } from './by-hand.js';
import { drawing, oneOf } from './draw.js';
import { employersByHand } from './employers-by-hand.js';
import type { Installation } from './installation.js';
import { type Line, percentile, within } from './report.js';
import { suppliersByHand } from './suppliers-by-hand.js';

const QUESTIONS = 400;
const SEED = 20_260_102;
const P95_MS = 20;
/** Against the same answer by hand. */
const AT_MOST = 1.5;
const WORDS = ['propreté', 'maraîch', 'cuisine', 'bâtiment', 'espaces verts'];

const random = drawing(SEED);
const maybe = <T>(share: number, value: () => T): readonly T[] => (random() < share ? [value()] : []);

const employerQuestions = (): readonly EmployerQuestion[] => {
  const places = communes();
  const towns = [...places].sort((a, b) => b.population - a.population).slice(0, 500);
  return Array.from({ length: QUESTIONS }, () => ({
    place: oneOf(random, random() < 0.7 ? towns : places),
    distance: oneOf(random, [5, 10, 15, 25, 25, 50, 100]),
    kinds: maybe(0.4, () => oneOf(random, COMPANY_KINDS).code),
    job: maybe(0.4, () => (random() < 0.5 ? oneOf(random, ROME).code : oneOf(random, [...WORDS, 'A', 'K'])))[0] ?? null,
    page: random() < 0.85 ? 1 : 2,
  }));
};

const supplierQuestions = (): readonly SupplierQuestion[] => {
  const sectors = SECTOR_GROUPS.flatMap((group) => group.sectors);
  const towns = [...communes()].sort((a, b) => b.population - a.population).slice(0, 3000);
  const place = () => perimeterOf(random() < 0.6 ? oneOf(random, towns).insee : oneOf(random, DEPARTMENTS).code)!;
  return Array.from({ length: QUESTIONS }, () => ({
    kinds: maybe(0.2, () => oneOf(random, ['ACI', 'AI', 'EI', 'ETTI', 'ESAT', 'EA'])),
    sectors: maybe(0.75, () => oneOf(random, sectors).code),
    prestaTypes: maybe(0.3, () => oneOf(random, PRESTA_TYPES).code),
    perimeters: maybe(0.8, place),
    locations: [],
    distance: null,
    search: null,
    page: random() < 0.85 ? 1 : 2,
  }));
};

const page = (total: number, items: readonly { readonly id: string }[]): Answer => ({ total, ids: items.map(({ id }) => id) });
const ours =
  <Q>(search: { find(question: Q): Promise<{ readonly total: number; readonly items: readonly { readonly id: string }[] }> }) =>
  async (question: Q): Promise<Answer> => {
    const { total, items } = await search.find(question);
    return page(total, items);
  };

/** Both answer each question right after each other, so that a busy moment of the machine is the same for both. */
async function compare<Q extends { readonly page: number }>(what: string, questions: readonly Q[], ours: (question: Q) => Promise<Answer>, byHand: (question: Q) => Promise<Answer>): Promise<readonly Line[]> {
  const times: { ours: number[]; byHand: number[] } = { ours: [], byHand: [] };
  const timed = async (list: number[], work: () => Promise<Answer>) => {
    const start = performance.now();
    const answer = await work();
    list.push(performance.now() - start);
    return answer;
  };
  for (const question of questions.slice(0, 60)) await Promise.all([ours(question), byHand(question)]);
  for (const [n, question] of questions.entries()) {
    const [first, second] = [() => timed(times.ours, () => ours(question)), () => timed(times.byHand, () => byHand(question))];
    const [mine, theirs] = n % 2 ? [await first(), await second()] : [await second(), await first()].reverse();
    agree(what, question, mine!, theirs!);
  }
  const [mine, theirs] = [percentile(times.ours, 0.95), percentile(times.byHand, 0.95)];
  return [
    within(`${what}, p95`, mine, P95_MS),
    { ...within(`  against SQL written for it, p95`, mine, theirs * AT_MOST), what: `${what}, p95 against 1.5 × SQL by hand`, detail: `${mine.toFixed(1)} ms, by hand ${theirs.toFixed(1)} ms; p50 ${percentile(times.ours, 0.5).toFixed(1)} and ${percentile(times.byHand, 0.5).toFixed(1)} ms` },
  ];
}

/** Searching employers and suppliers, against one statement written by hand for each question on the same tables. */
export async function benchSearch({ environment, size }: Installation): Promise<readonly Line[]> {
  const platform = await openPlatform(environment, { role: 'api' });
  const pool = new pg.Pool({ connectionString: environment.variables['DATABASE_URL'], max: 4 });
  try {
    const get = <T>(token: abstract new (...args: never[]) => T): T => platform.get<T>(token as never, { strict: false });
    const today = get(Clock).today();
    // Filling it takes minutes of both cores, which are not those of a search.
    await get(FiguresCopy).upTo(1, 600_000);
    const byHand = async ({ name, text, values }: Statement): Promise<Answer> => {
      const { rows } = await pool.query<{ id: string; total: string }>({ name, text, values: [...values] });
      return page(Number(rows[0]?.total ?? 0), rows);
    };
    return [
      ...(await compare(`${size}, employers`, employerQuestions(), ours(get(EmployerSearch)), (question) => byHand(employersByHand(question, today)))),
      ...(await compare(`${size}, suppliers`, supplierQuestions(), ours(get(SupplierSearch)), (question) => byHand(suppliersByHand(question)))),
    ];
  } finally {
    await pool.end();
    await platform.close();
  }
}
