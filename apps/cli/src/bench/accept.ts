import { addDays, dayOf, newId } from '#kernel';
import type { Installation } from './installation.js';
import { type Line, percentile, within } from './report.js';
import { visitor, type Visitor } from './visitor.js';

const HIRES = 480;
const AT_ONCE = 16;
const WARMING = 80;

/** Somebody who cannot exist: born abroad in a country without a code, with a right key. */
const nir = (serial: number): string => {
  const number = `2900599${serial}`;
  return number + String(97n - (BigInt(number) % 97n)).padStart(2, '0');
};

const REGISTER = 'mutation ($input: CandidateInput!, $command: ID!) { registerCandidate(input: $input, confirmNotDuplicate: true, command: $command) { id } }';
const APPLY = 'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id } }';
const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { id status behind pass { number start end remainingDays } } }';

/** So many pieces of work at once, until all are done. */
async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const left = [...all];
  const done: R[] = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) done.push(await work(one));
    }),
  );
  return done;
}

const sent = async (prescriber: Visitor, companyId: string, serial: number): Promise<string> => {
  const input = { title: 'MME', firstName: 'Imaginaire', lastName: `Mesurée ${serial}`, birthDate: '1990-05-12', nir: nir(serial), franceTravailReason: 'NOT_REGISTERED', address: '1 rue des Mirages', postCode: '67000', insee: '67482', city: 'Strasbourg' };
  const { registerCandidate } = await prescriber.ask(REGISTER, { input, command: newId() });
  const { apply } = await prescriber.ask(APPLY, { input: { candidateId: registerCandidate.id, companyId, jobs: [], message: 'Une candidature pour mesurer.', criteria: [] }, command: newId() });
  return apply.id;
};

/** Hires of people whom an authorised prescriber sent: the answer must already contain the PASS IAE. Every run hires other people. */
export async function benchAccept(installation: Installation): Promise<readonly Line[]> {
  const server = await installation.serve('all');
  try {
    const [prescriber, employer] = await Promise.all([visitor(server.address, 'prescriber'), visitor(server.address, 'aci')]);
    const { me } = await employer.ask('{ me { current { organisationId } } }');
    const from = 100_000 + Math.floor(Math.random() * 800_000);
    const applications = await inTurns(Array.from({ length: HIRES + WARMING }, (_, n) => from + n), (serial) => sent(prescriber, me.current.organisationId, serial));
    const startsOn = addDays(dayOf(Date.now()), 7);
    const accepted = async (id: string): Promise<number> => {
      const start = performance.now();
      const { accept } = await employer.ask(ACCEPT, { id, input: { startsOn }, command: newId() });
      if (accept.status !== 'accepted' || !accept.pass?.number || accept.behind) throw new Error(`accepted without its PASS: ${JSON.stringify(accept)}`);
      return performance.now() - start;
    };
    await inTurns(applications.slice(0, WARMING), accepted);
    const start = performance.now();
    const times = await inTurns(applications.slice(WARMING), accepted);
    const perSecond = Math.round((times.length * 1000) / (performance.now() - start));
    const what = `${installation.size}, accepting at ${AT_ONCE} at once`;
    return [{ ...within(`${what}, p50`, percentile(times, 0.5), 60) }, { ...within(`${what}, p95`, percentile(times, 0.95), 150), what: `${what}, p95 (${perSecond}/s)` }];
  } finally {
    await server.stop();
  }
}
