import { decode, EventStore } from '#kernel';
import { Worker } from '#kernel/runtime/worker';
import { openPlatform } from '../open.js';
import type { Installation } from './installation.js';
import { type Line, median } from './report.js';

const PAGE = 20_000;
const RAW_ROUNDS = 3;
const A_DAY = 24 * 3_600_000;
const SHARE_OF_RAW = 0.3;

/** Every read model made anew from the whole log, one at a time and all in one pass, against reading and parsing that log. */
export async function benchRebuild({ environment, size }: Installation): Promise<readonly Line[]> {
  const platform = await openPlatform(environment, { role: 'all', deadlines: 'off' });
  try {
    const [worker, store] = [platform.get(Worker, { strict: false }), platform.get(EventStore, { strict: false })];
    await worker.settled(A_DAY);
    const events = (await store.head())!.position;
    const perSecond = async (work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      return (events * 1000) / (performance.now() - start);
    };
    const replay = async () => {
      let count = 0;
      for await (const page of store.pages(null, PAGE)) for (const event of page) if (decode(event).meta.hash) count++;
      return count;
    };
    const rounds: number[] = [];
    for (let n = 0; n < RAW_ROUNDS; n++) rounds.push(await perSecond(replay));
    const raw = median(rounds);
    const rebuilt = async (what: string, names: readonly string[], target: number | null): Promise<Line> => {
      const ours = await perSecond(() => worker.rebuild(names));
      return { what, ours: Math.round(ours), baseline: Math.round(raw), ratio: Math.round((100 * ours) / raw) / 100, target };
    };
    const names = worker.runner!.tracks.map(({ name }) => name);
    const each: Line[] = [];
    for (const name of names) each.push(await rebuilt(`  ${name}`, [name], SHARE_OF_RAW));
    const used = process.cpuUsage();
    const all = await rebuilt(`${size}, all ${names.length} read models in one pass`, names, null);
    const { user, system } = process.cpuUsage(used);
    const perCore = Math.round((events * 1e6) / (user + system));
    return [{ ...all, detail: `${(events / 1e6).toFixed(2)} M events, ${perCore} per second of this process's own core` }, ...each.sort((a, b) => a.ratio - b.ratio)];
  } finally {
    await platform.close();
  }
}
