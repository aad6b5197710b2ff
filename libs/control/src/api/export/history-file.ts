import { createHash } from 'node:crypto';
import { type Actor, type StoredEvent, stripHash } from '#kernel';
import type { Notary } from '#kernel/runtime/notary';
import type { ReadHistory } from '../hire-reader.js';
import { peopleOf } from './people-part.js';

export const FORMAT = 'plateforme-inclusion/histoire-embauche/1';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Events stream by stream, as stored; of those this actor may not read only the hash, to which the next one is chained. */
const streamsOf = ({ history: { stored, numberAfter }, shown, view }: ReadHistory, actor: Actor) => {
  const readable = new Set(shown.map(({ id }) => id));
  const told = new Map(view.entries.map((entry) => [`${entry.stream} ${entry.revision}`, entry]));
  const eventOf = (event: StoredEvent) => {
    const { revision, position, id, type, version, data, meta } = event;
    if (actor.role === 'employer' && !readable.has(id)) return { revision, position, withheld: true, hash: stripHash(meta)?.hash ?? '' };
    const entry = told.get(`${event.stream} ${revision}`);
    return { revision, position, id, type, version, label: entry?.label ?? type, details: entry?.details ?? [], data, meta };
  };
  return [...Map.groupBy(stored, ({ stream }) => stream)].map(([stream, events]) => {
    const [first, last] = [events[0]!, events.at(-1)!];
    const alone = stream === 'pass-numbers';
    return {
      stream,
      after: alone ? { revision: first.revision - 1, hash: numberAfter } : { revision: -1, hash: '' },
      head: { revision: last.revision, hash: stripHash(last.meta)?.hash ?? '' },
      events: events.map(eventOf),
    };
  });
};

/** The history of a hire as one file that verifies without the platform: docs/audit.md describes every part of it. */
export async function historyFile(read: ReadHistory, actor: Actor, exportedAt: string, notary: Notary) {
  const { row, view, history } = read;
  const people = peopleOf(read);
  const { id: applicationId, candidateId, companyId, kind, department, startsOn, agreedOn, selfPrescription, passNumber, cancelled } = row;
  const contents = {
    exportedAt,
    exportedBy: { id: actor.id, role: actor.role, organisation: actor.organisation },
    part: actor.role === 'employer' ? 'employer' : 'whole',
    asOf: view.asOf,
    hire: { applicationId, candidateId, companyId, kind, department, startsOn, agreedOn, selfPrescription, passNumber, cancelled },
    known: view.known,
    broken: view.broken,
    streams: streamsOf(read, actor),
    seals: await notary.covering(history.stored.map(({ position }) => position)),
    publicKey: notary.publicKey(),
    people: sha256(JSON.stringify(people)),
  };
  const signature = notary.sign(`${FORMAT}\n${JSON.stringify(contents)}`);
  return { format: FORMAT, history: contents, people, signature };
}

export type HistoryFile = Awaited<ReturnType<typeof historyFile>>;

export const fileText = (file: HistoryFile): string => `${JSON.stringify(file, null, 2)}\n`;
