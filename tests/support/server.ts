import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../journeys/stage.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());

const freePort = async (): Promise<number> => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  return port;
};

const FROM_SOURCE = ['--no-warnings', '--import', here('./typescript.mjs'), here('../../apps/platform/src/main.ts')];

/** What an installation runs: built now, unless it is up to date. */
export const builtServer = (): readonly string[] => {
  execFileSync(process.execPath, [here('../../tools/build.mjs'), 'back'], { cwd: here('../../'), stdio: 'pipe' });
  return [here('../../dist/apps/platform/src/main.js')];
};

/** The server as it is run for real, in a process of its own. */
export class Server {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #said = '';

  private constructor(
    private readonly port: number,
    variables: Record<string, string>,
    main: readonly string[],
  ) {
    const env = { ...process.env, ...variables, HOST: '127.0.0.1', PORT: String(port) };
    this.#child = spawn(process.execPath, main, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout!, this.#child.stderr!]) stream.on('data', (chunk) => (this.#said += chunk));
    this.#ended = once(this.#child, 'exit');
  }

  /** Started and answering. */
  static async started(variables: Record<string, string>, main: readonly string[] = FROM_SOURCE): Promise<Server> {
    const server = new Server(await freePort(), variables, main);
    for (const until = Date.now() + 60_000; Date.now() < until && server.#child.exitCode === null; await pause(50)) {
      const answer = await fetch(`http://127.0.0.1:${server.port}/api/health`).catch(() => null);
      if (answer?.ok) return server;
    }
    throw new Error(`the server did not start: ${server.#said}`);
  }

  async ask(cookie: string, query: string, variables: object): Promise<Answer> {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`http://127.0.0.1:${this.port}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return (await answer.json()) as Answer;
  }

  /** Listens as an open page does; `heard` is the first hint, once this has resolved nothing said afterwards is missed. */
  async listen(cookie: string, topic: string): Promise<{ readonly heard: Promise<string> }> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/api/live?topics=${topic}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`not allowed to listen: ${answer.status}`);
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    const first = async () => {
      let text = '';
      while (!text.includes('"topics"')) {
        const { value, done } = await reader.read();
        if (done) throw new Error('the server stopped before it said anything');
        text += value;
      }
      await reader.cancel();
      return text;
    };
    return { heard: first() };
  }

  async caughtUp(): Promise<void> {
    for (const until = Date.now() + 20_000; Date.now() < until; await pause(50)) {
      const { projections } = (await (await fetch(`http://127.0.0.1:${this.port}/api/health`)).json()) as { projections: readonly { lag: number }[] };
      if (projections.length > 0 && projections.every(({ lag }) => lag === 0)) return;
    }
    throw new Error('the read models did not catch up');
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}
