import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { type Actor, newId, SetClock } from '#kernel';
import { sealsIn } from '#kernel/seal-file';
import { actors } from '../../../../testing/src/actors.js';
import { testApp, type TestApp } from '../../../../testing/src/app.js';
import { ControlModule } from '../../control.module.js';
import { ids } from '../../domain/history.fixture.js';
import { neighbours, readings, writeHistory } from '../../written-history.fixture.js';
import { HistoryController } from './history.controller.js';
import type { HistoryFile } from './history-file.js';

type Changeable<T> = T extends readonly (infer E)[] ? Changeable<E>[] : T extends object ? { -readonly [K in keyof T]: Changeable<T[K]> } : T;
type Draft = Changeable<HistoryFile>;

let app: TestApp;
let controller: HistoryController;
let folder: string;
let headers: Record<string, string>;
const reply = { headers: (given: Record<string, string>) => (headers = given) } as unknown as FastifyReply;
const inspector = actors.inspector('inspector', { department: '30' });
const employer = (organisation: string) => actors.employer('employer', { organisation });
const json = async (actor: Actor = inspector, asOf?: string, id: string = ids.application) => controller.json(id, asOf, actor, reply);
const exported = async (actor?: Actor, asOf?: string) => JSON.parse(await json(actor, asOf)) as Draft;

/** Runs the verifier as whoever received the file does, with the key the platform publishes unless told otherwise. */
const verified = (file: object | string, ...args: readonly string[]) => check(file, args.length ? args : ['--key', keyFile(controller.key())]);
const check = (file: object | string, args: readonly string[]) => {
  const path = join(folder, 'received.json');
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('tools/verify-history.mjs'), path, ...args], { encoding: 'utf8', env: {} });
  return { status, said: stdout + stderr };
};
const keyFile = (pem: string) => {
  const path = join(folder, 'key.pem');
  writeFileSync(path, pem);
  return path;
};
const streamOf = (file: Draft, prefix: string) => file.history.streams.find(({ stream }) => stream.startsWith(prefix))!;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plateforme-export-'));
  const clock = new SetClock('2026-03-02T09:00:00Z');
  app = await testApp({ modules: [neighbours, ControlModule], clock, store: 'postgres', config: { sealKeyFile: join(folder, 'seal.key'), sealsFile: join(folder, 'seals.log') } });
  await writeHistory(app, clock);
  await app.settled();
  controller = app.get(HistoryController);
}, 60_000);
afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a history handed over as a file', () => {
  it('verifies offline, with the key the platform publishes; with the one it carries, it only agrees with itself', async () => {
    const text = await json();
    expect(verified(text)).toMatchObject({ status: 0, said: expect.stringContaining('9 faits s’enchaînent ; 9 se retrouvent dans 1 sceaux signés.') as unknown as string });
    expect(verified(text).said).toContain('Histoire authentique.');
    const alone = check(text, []);
    expect(alone).toMatchObject({ status: 3, said: expect.not.stringContaining('authentique') as unknown as string });
    expect(alone.said).toContain('comparez-la');
  });

  it('says who exported it, when and for which instant, and holds the events as they are stored', async () => {
    const file = await exported(inspector, '2026-03-02T09:04:30.000Z');
    expect(file.history).toMatchObject({ exportedBy: { id: inspector.id, role: 'inspector' }, part: 'whole', asOf: '2026-03-02T09:04:30.000Z', broken: [] });
    expect(file.history.known).toContainEqual({ label: 'PASS IAE', value: 'Aucun' });
    const stored = await app.store.read(`application-${ids.application}`);
    expect(streamOf(file, 'application-').events).toMatchObject(stored.map(({ data, meta }) => ({ data, meta })));
  });

  it('keeps names in a part of their own, out of its file name, and records the reading', async () => {
    readings.length = 0;
    const { people, ...rest } = await exported();
    expect(readings).toEqual([{ purpose: 'control-history-export', ids: [ids.candidate] }]);
    expect(JSON.stringify(people)).toContain('Personne Fictive');
    expect(JSON.stringify(rest)).not.toMatch(/Fictive|Camille|Fictif/);
    expect(verified(rest)).toMatchObject({ status: 0, said: expect.stringContaining('Les noms ont été retirés') as unknown as string });
    expect(headers).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment; filename="histoire-embauche-\d{4}-\d\d-\d\d\.json"$/) as unknown as string, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
  });

  it('is a PDF too, with the signed file inside', async () => {
    const pdf = await controller.pdf(ids.application, undefined, inspector, reply);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/\/Type \/EmbeddedFile/);
    expect(headers).toMatchObject({ 'content-type': 'application/pdf' });
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], pdf);
  });
});

describe('who may take it away', () => {
  it('is who may read it: nobody elsewhere, as if there were no hire', async () => {
    for (const actor of [actors.inspector('inspector', { department: '59' }), employer(ids.elsewhere)]) await expect(json(actor)).rejects.toThrow('Cette embauche n’existe pas');
    await expect(json(inspector, undefined, newId())).rejects.toThrow('Cette embauche n’existe pas');
    await expect(json(inspector, undefined, "x' or 1")).rejects.toThrow('Cette embauche n’existe pas');
    await expect(json(inspector, 'yesterday')).rejects.toThrow('n’est pas un instant');
  });

  it('gives the employer its own part: of others’ facts the hash alone, and still verifies', async () => {
    const text = await json(employer(ids.company));
    expect((JSON.parse(text) as Draft).history.part).toBe('employer');
    expect(text).not.toContain(ids.elsewhere);
    expect(text).not.toContain('AAH');
    expect(verified(text)).toMatchObject({ status: 0, said: expect.stringContaining('2 faits d’autres employeurs') as unknown as string });
  });
});

describe('the offline verifier', () => {
  it.each<[string, string, (file: Draft) => void]>([
    ['an altered event', 'le fait n° 2 (« Diagnostic d’éligibilité établi »)', (file) => {
      const event = streamOf(file, 'diagnosis-').events[1]!;
      if ('data' in event) event.data = event.data!.replace('RSA', 'ASS');
    }],
    ['an altered author', 'le fait n° 1 (« Candidature envoyée »)', (file) => {
      const event = streamOf(file, 'application-').events[0]!;
      if ('meta' in event) event.meta = event.meta!.replace(ids.prescriber, ids.employer);
    }],
    ['a removed event', 'le fait n° 1 a été retiré', (file) => void streamOf(file, 'pass-' + ids.candidate).events.shift()],
    ['a removed event between two', 'le fait n° 2 a été retiré', (file) => void streamOf(file, 'pass-' + ids.candidate).events.splice(1, 1)],
    ['reordered events', 'n’est pas à sa place', (file) => void streamOf(file, 'diagnosis-').events.reverse()],
    ['a cut end', 'la fin manque à partir du fait n° 2', (file) => void streamOf(file, 'application-').events.pop()],
    ['a cut end hidden in the noted head', 'la signature du fichier', (file) => {
      const stream = streamOf(file, 'application-');
      stream.events.pop();
      stream.head = { revision: 0, hash: (JSON.parse((stream.events[0] as { meta: string }).meta) as { hash: string }).hash };
    }],
    ['another PASS number', 'de pass-numbers n’est plus celui', (file) => {
      const event = streamOf(file, 'pass-numbers').events[0]!;
      if ('data' in event) event.data = event.data!.replace('0002', '0003');
    }],
    ['what was known, told otherwise', 'la signature du fichier', (file) => void file.history.known.pop()],
    ['another name', 'les noms', (file) => void (file.people.candidate.name = 'Quelqu’un d’autre')],
    ['a seal over something else', 'ne couvre pas les empreintes', (file) => void file.history.seals[0]!.hashes!.pop()],
    ['a wrong signature', 'la signature du fichier', (file) => void (file.signature = sign(null, Buffer.from('x'), generateKeyPairSync('ed25519').privateKey).toString('base64'))],
  ])('names %s', async (_what, sentence, change) => {
    const file = await exported();
    change(file);
    expect(verified(file)).toEqual({ status: 1, said: expect.stringContaining(sentence) as unknown as string });
  });

  it('publishes the last seal, which covers what was handed over', async () => {
    const file = await exported();
    const { before: _before, hashes: _hashes, ...last } = file.history.seals.at(-1)!;
    expect(await controller.seals()).toEqual(last);
    expect(sealsIn(join(folder, 'seals.log')).at(-1)).toEqual(last);
  });

  it('is not fooled by a file signed anew with a key of one’s own, once it has the platform’s', async () => {
    const file = await exported();
    const own = generateKeyPairSync('ed25519');
    file.history.known.pop();
    file.history.publicKey = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    file.signature = sign(null, Buffer.from(`${file.format}\n${JSON.stringify(file.history)}`), own.privateKey).toString('base64');
    expect(verified(file, '--key', keyFile(controller.key()))).toEqual({ status: 1, said: expect.stringContaining('la signature du fichier') as unknown as string });
    expect(check(file, [])).toEqual({ status: 1, said: expect.stringContaining('n’est pas signé par cette clé') as unknown as string });
  });

  it('says what it cannot read', async () => {
    const text = await json();
    expect(verified(text.slice(0, -200))).toEqual({ status: 2, said: expect.stringContaining('n’est pas du JSON') as unknown as string });
    expect(verified('{}')).toMatchObject({ status: 2 });
    expect(verified(text, '--key', keyFile('nothing'))).toEqual({ status: 2, said: expect.stringContaining('n’est pas une clé publique') as unknown as string });
    expect(verified(text, '--key')).toEqual({ status: 2, said: expect.stringContaining('Usage') as unknown as string });
  });
});
