import { benchAccept } from './bench/accept.js';
import { benchAppend } from './bench/append.js';
import { benchFigures } from './bench/figures.js';
import { benchFront } from './bench/front.js';
import { installation, type Installation } from './bench/installation.js';
import { benchList } from './bench/list.js';
import { benchRebuild } from './bench/rebuild.js';
import { benchReplay } from './bench/replay.js';
import { type Line, publish } from './bench/report.js';
import { benchSearch } from './bench/search.js';
import { benchServer, type BenchServer } from './bench/server.js';
import { benchWorld } from './bench/world.js';

const onEmptyServer: Readonly<Record<string, (server: BenchServer) => Promise<readonly Line[]>>> = { append: benchAppend, replay: benchReplay, figures: benchFigures };
const onWorld: Readonly<Record<string, (world: Installation) => Promise<readonly Line[]>>> = { world: benchWorld, rebuild: benchRebuild, search: benchSearch, list: benchList, accept: benchAccept };
const alone: Readonly<Record<string, () => Promise<readonly Line[]>>> = { front: benchFront };

const known = [onEmptyServer, onWorld, alone].flatMap((benches) => Object.keys(benches));
const asked = process.argv.slice(2);
if (asked.some((name) => !known.includes(name))) throw new Error(`npm run bench -- [${known.join('] [')}]`);

async function measure<On extends { stop(): unknown }>(benches: Readonly<Record<string, (on: On) => Promise<readonly Line[]>>>, open: () => Promise<On>): Promise<void> {
  const wanted = Object.entries(benches).filter(([name]) => asked.length === 0 || asked.includes(name));
  if (wanted.length === 0) return;
  const on = await open();
  try {
    for (const [name, bench] of wanted) publish(name, await bench(on));
  } finally {
    await on.stop();
  }
}

await measure(onEmptyServer, benchServer);
await measure(onWorld, installation);
await measure(alone, async () => ({ stop: () => undefined }));
