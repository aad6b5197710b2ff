import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, Clock, dayOf, EventStore, type Id, newId, nextWithin } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { Deadlines } from '../../libs/kernel/src/runtime/deadlines.js';
import { freshDatabase } from '../support/database.js';
import { MailServer } from '../support/mail-server.js';
import { type Member, type Shown, stage } from './stage.js';

export const CRITERIA = { sectors: ['nettoyage-de-locaux'], includeCountry: true };

export interface MailHouse {
  readonly app: NestFastifyApplication;
  readonly on: ReturnType<typeof stage>;
  readonly server: MailServer;
  readonly town: Id;
  readonly author: Member;
  readonly staff: Member;
  /** Somebody of a new supplier that cleans offices everywhere; the address where it receives needs is `<name>@fictif.example` unless said. */
  supplier(name: string, address?: string): Promise<Member>;
  /** One mutation, by its name, its arguments and their types. */
  say(member: Member, name: string, args: string, given: string, more?: object): Promise<Shown>;
  submitted(given?: object): Promise<Id>;
  /** Matched by every supplier there is. */
  published(given?: object): Promise<Id>;
  /** Lets time pass on the platform’s clock. */
  later(milliseconds: number): void;
  /** Lets time pass until that hour, in Paris, of one of these days of the week (1: Monday). */
  laterAt(days: readonly number[], hour: number): void;
  /** What is due is done, and what comes of it. */
  post(): Promise<void>;
  messages(type: string): Promise<Shown[]>;
  close(): Promise<void>;
}

/** A platform with a mail server, a town that buys, its team: `more` are settings, `begin` the hour of the week it begins at. Sessions last a week of its clock. */
export const openMailHouse = async (more: Record<string, string> = {}, begin: { readonly days: readonly number[]; readonly hour: number } | null = null): Promise<MailHouse> => {
  const [database, server] = [await freshDatabase(), await MailServer.started()];
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'Plateforme de l’inclusion <ne-pas-repondre@inclusion.test>', PUBLIC_URL: 'https://inclusion.test' };
  const config = readConfig({ DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test', SESSION_HOURS: '720', REQUESTS_PER_MINUTE: '0', ...mail, ...more });
  // Nothing falls due but when a journey says so.
  const app = await createApp({ ...config, deadlinesEveryMs: 2 ** 31 - 1 } as typeof config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const on = stage(app);
  const clock = on.service(Clock);
  let shift = 0;
  const now = clock.now.bind(clock);
  clock.now = () => now() + shift;
  const laterAt = (days: readonly number[], from: number): void => void (shift += nextWithin({ days, from, until: from + 1 }, clock.now()) - clock.now());
  if (begin) laterAt(begin.days, begin.hour);
  const town = await on.buyer('Ville imaginaire');
  const author = await on.member('achats', 'buyer', town);
  const staff = await on.staff();
  const say: MailHouse['say'] = (member, name, args, given, variables) => member.get(`mutation (${args}, $command: ID!) { ${name}(${given}, command: $command) { id } }`, { ...variables, command: newId() });
  const submitted = async (given: object = {}): Promise<Id> => {
    const today = dayOf(clock.now());
    const input = { kind: 'QUOTE', title: 'Nettoyage imaginaire', description: 'Deux fois par semaine.', wholeFrance: true, deadline: addDays(today, 20), responseKinds: ['EMAIL'], email: 'achats@fictif.example', ...given };
    return (await say(author, 'publishNeed', '$input: NeedInput!', 'input: $input', { input })).publishNeed.id;
  };
  return {
    ...{ app, on, server, town, author, staff, say, submitted },
    async supplier(name, email = `${name}@fictif.example`) {
      const member = await on.member(name, 'company', await on.company('ACI', `Atelier ${name}`));
      await say(member, 'setOffer', '$input: OfferInput!', 'input: $input', { input: { presentation: '', email } });
      await say(member, 'setActivity', '$input: ActivityInput!', 'input: $input', { input: { sector: 'nettoyage-de-locaux', prestaTypes: ['PREST'], range: 'COUNTRY' } });
      return member;
    },
    async published(given) {
      const id = await submitted(given);
      await on.settled();
      await say(staff, 'matchNeed', '$id: ID!, $input: QualifyInput!', 'id: $id, input: $input', { id, input: CRITERIA });
      await say(staff, 'validateNeed', '$id: ID!', 'id: $id', { id });
      return id;
    },
    later: (milliseconds) => void (shift += milliseconds),
    laterAt,
    async post() {
      await on.settled();
      await on.service(Deadlines).tick();
      await on.settled();
    },
    async messages(type) {
      const found: Shown[] = [];
      for await (const page of on.service(EventStore).pages(null, 1000)) for (const event of page) if (event.type === `messaging.${type}`) found.push(JSON.parse(event.data));
      return found;
    },
    async close() {
      await app.close();
      await server.stop();
      await database.drop();
    },
  };
};
