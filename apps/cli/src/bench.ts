import { benchAppend } from './bench/append.js';
import { benchFigures } from './bench/figures.js';
import { benchReplay } from './bench/replay.js';
import { publish } from './bench/report.js';
import { benchServer } from './bench/server.js';

const benches = { append: benchAppend, replay: benchReplay, figures: benchFigures };
const asked = process.argv.slice(2);
const names = (Object.keys(benches) as (keyof typeof benches)[]).filter((name) => asked.length === 0 || asked.includes(name));
if (names.length === 0) throw new Error(`npm run bench -- [${Object.keys(benches).join('] [')}]`);

const server = await benchServer();
try {
  for (const name of names) publish(name, await benches[name](server));
} finally {
  await server.stop();
}
