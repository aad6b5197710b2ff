import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Id } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { freshDatabase } from '../support/database.js';
import { type Member, stage } from './stage.js';

/** A company that hires and an authorised prescriber who sends people to it, on a platform of their own. */
export interface HiringHouse {
  readonly app: NestFastifyApplication;
  readonly on: ReturnType<typeof stage>;
  readonly company: Id;
  readonly prescriber: Member;
  readonly employer: Member;
  close(): Promise<void>;
}

export async function openHiringHouse(): Promise<HiringHouse> {
  const database = await freshDatabase();
  const app = await createApp(readConfig({ DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test' }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const on = stage(app);
  const company = await on.company('ACI', 'Les Jardins Fictifs');
  const prescriber = await on.member('envoi', 'prescriber', await on.prescriber('Agence Fictive', true));
  const employer = await on.member('accueil', 'company', company);
  const close = async () => {
    await app.close();
    await database.drop();
  };
  return { app, on, company, prescriber, employer, close };
}
