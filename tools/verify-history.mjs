#!/usr/bin/env node
// Verifies an exported history of a hire, without network and without anything but Node:
//   node verify-history.mjs <file.json> [--key <public key in PEM>]
// Exit code 0: authentic; 1: something is wrong, the first break is named; 2: the file could not be read;
// 3: without --key, the file agrees with itself, and whoever made it may have signed it with a key of their own.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const FORMAT = 'plateforme-inclusion/histoire-embauche/1';
const HASH_AT_THE_END = /,"hash":"([0-9a-f]{64})"\}$/;
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

class Broken extends Error {}
class Unreadable extends Error {}
const broken = (sentence) => {
  throw new Broken(sentence);
};

/** Same bytes as the platform chains: the hash before, place and name of the event, then data and meta without its hash. */
function hashOf(previous, stream, { revision, id, type, version, data, meta }) {
  const found = HASH_AT_THE_END.exec(meta);
  if (!found) return { carried: null, computed: null };
  const head = JSON.stringify([previous, stream, revision, id, type, version, Buffer.byteLength(data)]);
  return { carried: found[1], computed: sha256(`${head}\n${data}\n${meta.slice(0, found.index)}}`) };
}

/** Walks one stream from the hash before its first event to the head the export noted. */
function walk({ stream, after, head, events }, hashes) {
  let previous = after.hash;
  let expected = after.revision + 1;
  for (const event of events) {
    const name = `le fait n° ${event.revision + 1}${event.label ? ` (« ${event.label} »)` : ''} de ${stream}`;
    if (event.revision !== expected) {
      const later = event.revision > expected && events.some(({ revision }) => revision === expected);
      if (event.revision > expected && !later) broken(`${stream} : le fait n° ${expected + 1} a été retiré.`);
      broken(`${name} n’est pas à sa place.`);
    }
    if (event.withheld) previous = event.hash;
    else {
      const { carried, computed } = hashOf(previous, stream, event);
      if (carried === null || carried !== computed) broken(`${name} n’est plus celui qui a été écrit.`);
      previous = carried;
    }
    hashes.push({ name, hash: previous, position: event.position });
    expected++;
  }
  if (expected <= head.revision) broken(`${stream} : la fin manque à partir du fait n° ${expected + 1}.`);
  if (expected - 1 !== head.revision || previous !== head.hash) broken(`${stream} : le dernier fait n’est pas celui que l’export a noté.`);
}

function checkSeal(seal, key) {
  const { number, checkpoint, position, events, digest, signature, before, hashes } = seal;
  const signed = Buffer.from(JSON.stringify([number, checkpoint, position, events, digest]));
  if (!verify(null, signed, key, Buffer.from(signature, 'base64'))) broken(`le sceau n° ${number} n’est pas signé par cette clé.`);
  if (!hashes) return;
  const computed = sha256([before, ...hashes].map((hash) => `${hash}\n`).join(''));
  if (hashes.length !== events || computed !== digest) broken(`le sceau n° ${number} ne couvre pas les empreintes qui l’accompagnent.`);
}

/** Every event lies in the first seal that reaches its position; answers how many could be found there. */
function sealed(hashes, seals) {
  let found = 0;
  for (const { name, hash, position } of hashes) {
    const seal = seals.find((each) => position <= each.position);
    if (!seal) broken(`${name} n’est couvert par aucun sceau.`);
    if (!seal.hashes) continue;
    if (!seal.hashes.includes(hash)) broken(`${name} ne figure pas dans le sceau n° ${seal.number}, qui devrait le couvrir.`);
    found++;
  }
  return found;
}

function read(path, what) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Unreadable(`${what} ne peut pas être lu : ${path}`);
  }
}

function keyFrom(pem) {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below, as a key of another kind.
  }
  throw new Unreadable('La clé n’est pas une clé publique Ed25519 au format PEM.');
}

function open(path) {
  let file;
  try {
    file = JSON.parse(read(path, 'Le fichier'));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('Le fichier n’est pas du JSON : il est incomplet, ou ce n’est pas une histoire exportée.');
  }
  if (file?.format !== FORMAT) throw new Unreadable(`Le format du fichier n’est pas ${FORMAT}.`);
  const { history, signature } = file;
  if (!Array.isArray(history?.streams) || !Array.isArray(history.seals) || typeof history.publicKey !== 'string' || typeof signature !== 'string')
    throw new Unreadable('Le fichier est incomplet : les faits, les sceaux, la clé ou la signature manquent.');
  return file;
}

function check(file, key) {
  const { history, people, signature } = file;
  const hashes = [];
  for (const stream of history.streams) walk(stream, hashes);
  const seals = [...history.seals].sort((a, b) => a.position - b.position);
  for (const seal of seals) checkSeal(seal, key);
  const found = sealed(hashes, seals);
  if (people && sha256(JSON.stringify(people)) !== history.people) broken('les noms (partie « people ») ne sont pas ceux qui ont été exportés.');
  const signed = Buffer.from(`${FORMAT}\n${JSON.stringify(history)}`);
  if (!verify(null, signed, key, Buffer.from(signature, 'base64'))) broken('la signature du fichier n’est pas la bonne : il a été modifié après l’export, ou signé par une autre clé.');
  return { facts: hashes.length, found, withheld: history.streams.flatMap(({ events }) => events).filter(({ withheld }) => withheld).length };
}

const usage = 'Usage : node verify-history.mjs <fichier.json> [--key <clé publique.pem>]';

function main(args) {
  const at = args.indexOf('--key');
  const keyPath = at < 0 ? null : (args[at + 1] ?? '');
  const [path, ...rest] = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  if (!path || rest.length > 0 || keyPath === '') throw new Unreadable(usage);
  const file = open(path);
  const key = keyFrom(keyPath ? read(keyPath, 'La clé') : file.history.publicKey);
  let result;
  try {
    result = check(file, key);
  } catch (error) {
    throw error instanceof TypeError ? new Unreadable('Le fichier est incomplet ou mal formé.') : error;
  }
  const { history } = file;
  const { facts, found, withheld } = result;
  if (history.broken.length) broken(`le fichier est authentique, mais le jour de l’export la plateforme signalait : ${history.broken.join(' ')}`);
  console.log(keyPath ? 'Histoire authentique.' : 'Le fichier est d’accord avec lui-même ; rien ne prouve encore de qui il vient.');
  console.log(`${facts} faits s’enchaînent ; ${found} se retrouvent dans ${history.seals.length} sceaux signés.`);
  if (found < facts) console.log(`${facts - found} faits sont sous un sceau trop grand pour être joint : seul l’audit du journal peut les y retrouver.`);
  if (withheld) console.log(`${withheld} faits d’autres employeurs ne sont connus que par leur empreinte.`);
  console.log(`Exportée le ${history.exportedAt}${history.asOf ? `, pour ce qui était connu le ${history.asOf}` : ''}.${file.people ? '' : ' Les noms ont été retirés du fichier.'}`);
  console.log(`Clé publique : ${sha256(key.export({ type: 'spki', format: 'der' }))}`);
  if (keyPath) return;
  console.log('Cette clé vient du fichier lui-même : comparez-la à celle que publie la plateforme, ou donnez celle-ci avec --key.');
  process.exitCode = 3;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Broken || error instanceof Unreadable)) throw error;
  console.error(error instanceof Broken ? `Histoire rompue : ${error.message}` : error.message);
  process.exitCode = error instanceof Broken ? 1 : 2;
}
