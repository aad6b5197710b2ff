import { addDays, type Day, startOf, SYSTEM } from '#kernel';
import { Agenda } from './agenda.js';
import { askCorrection } from './correction.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo.js';
import { found } from './founding.js';
import { Market } from './marketplace.js';
import type { WorldPlan } from './plan.js';
import { type Played, Player } from './playing.js';
import type { Stage } from './stage.js';

const DAYS_BLOCKED = 20;

export interface Shown {
  founding(done: number, total: number): void;
  playing(done: number, total: number): void;
}

/** Makes the whole world, in the order it would have happened. Asked again, makes what is missing. */
export async function makeWorld(stage: Stage, plan: WorldPlan, last: Day, shown: Shown): Promise<Played> {
  let founded = 0;
  await found(stage, plan.organisations, plan, () => shown.founding(++founded, plan.organisations.length));
  await openStaff(stage);
  await stage.settled();
  const market = new Market(stage, plan.organisations, last);
  await market.open();
  await stage.settled();
  const agenda = new Agenda(plan.stories);
  const player = new Player(stage, agenda, market);
  const { steps } = agenda;
  const until = startOf(last) + 18 * 3_600_000;
  const block = startOf(addDays(last, -DAYS_BLOCKED));
  await player.play(block, (done) => shown.playing(done, steps));
  for (const { id } of plan.blocked) await stage.registrations.setRecruitment(id, { blocked: true, spontaneousOpen: true }, stage.context(SYSTEM, 'block', id));
  await player.play(until, (done) => shown.playing(done, steps));
  await market.until(until);
  await stage.settled();
  // What has been due since somebody last came to work: a world leaves nothing to those who start it.
  if ((await stage.deadlines()) > 0) await stage.settled();
  await openCandidate(stage, plan, player);
  await askCorrection(stage, plan, player);
  for (const { email, label, role } of DEMO_ACCOUNTS) await stage.demo.record({ email, password: DEMO_PASSWORD, label, role });
  await stage.settled();
  shown.playing(steps, steps);
  return player.played;
}

const openStaff = async (stage: Stage): Promise<void> => {
  const { key, email, firstName, lastName } = DEMO_ACCOUNTS.find(({ role }) => role === 'staff')!;
  const accountId = stage.id('demo', key);
  await stage.accounts.openAccount({ accountId, kind: 'staff', email, password: DEMO_PASSWORD, firstName, lastName }, stage.context(SYSTEM, 'open-account', accountId));
};

const openCandidate = async (stage: Stage, { demoCandidate }: WorldPlan, player: Player): Promise<void> => {
  const accountId = player.candidateId(demoCandidate);
  if (!accountId) return;
  const { email, firstName, lastName } = DEMO_ACCOUNTS.find(({ role }) => role === 'candidate')!;
  await stage.accounts.openAccount({ accountId, kind: 'candidate', email, password: DEMO_PASSWORD, firstName, lastName }, stage.context(SYSTEM, 'open-account', accountId));
};
