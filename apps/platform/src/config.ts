import { isIP } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

const text = (expected: string) => z.string({ error: expected }).min(1, expected);
const flag = z.enum(['true', 'false'], { error: 'true or false' }).transform((value) => value === 'true');
const whole = (min: number, max: number) => {
  const expected = `a whole number from ${min} to ${max}`;
  return z.string().regex(/^\d+$/, expected).transform(Number).refine((value) => value >= min && value <= max, expected);
};
const HOPS = /^\d{1,2}$/;
const network = (address: string): boolean => {
  const [ip = '', bits] = address.split('/');
  const longest = isIP(ip) === 4 ? 32 : 128;
  return isIP(ip) > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest));
};
/** Whom to believe about the visitor's address: nobody, everybody, so many proxies in a row, or these. */
const proxies = z
  .string()
  .refine((value) => ['true', 'false'].includes(value) || HOPS.test(value) || value.split(',').every((each) => network(each.trim())), 'true, false, a number of proxies, or their addresses such as 10.0.0.0/8,192.168.1.4')
  .transform((value): boolean | number | string => (value === 'true' || value === 'false' ? value === 'true' : HOPS.test(value) ? Number(value) : value));
const url = (schemes: readonly string[], severalHosts = false) => {
  // Nodes of one cluster stand side by side: the first tells whether the rest is an address.
  const one = (value: string) => (severalHosts ? value.replace(/,[^/?]*/, '') : value.includes(',') ? '' : value);
  const hasHost = (value: string) => URL.canParse(value) && new URL(value).hostname !== '';
  const expected = `an address starting with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
  return z.string({ error: expected }).refine((value) => schemes.some((scheme) => value.startsWith(`${scheme}://`)) && hasHost(one(value)), expected);
};
/** One address, or a name before it between angle brackets. */
const sender = z.string({ error: 'an address such as nom@exemple.fr or Nom <nom@exemple.fr>' }).regex(/^(?:[^<>@\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'an address such as nom@exemple.fr or Nom <nom@exemple.fr>');
const email = z.string({ error: 'an address such as nom@exemple.fr' }).regex(/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/, 'an address such as nom@exemple.fr');
const key = z.string({ error: '32 bytes in base64, e.g. from: openssl rand -base64 32' }).refine((value) => Buffer.from(value, 'base64').length === 32, '32 bytes in base64, e.g. from: openssl rand -base64 32');

/** Every variable the platform reads; the README lists them in the same order. */
const variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test'], { error: 'production, development or test' }).default('development'),
  ROLE: z.enum(['api', 'worker', 'all'], { error: 'api, worker or all' }).default('all'),
  HOST: text('an address to listen on').default('localhost'),
  PORT: whole(0, 65535).default(3000),
  PUBLIC_URL: url(['http', 'https']).optional(),
  TRUST_PROXY: proxies.default(false),
  DATA_DIR: text('a folder').default('.data'),
  DATABASE_URL: url(['postgres', 'postgresql']),
  EVENT_STORE_URL: url(['postgres', 'postgresql', 'esdb', 'esdb+discover'], true).optional(),
  KEYS_DATABASE_URL: url(['postgres', 'postgresql']).optional(),
  POOL_SIZE: whole(2, 200).default(10),
  MASTER_KEY: key,
  SEAL_KEY_FILE: text('the path of an Ed25519 private key in PEM').optional(),
  SEALS_FILE: text('the path of a file').optional(),
  ERASURES_FILE: text('the path of a file').optional(),
  SESSION_HOURS: whole(1, 24 * 30).default(12),
  SMTP_URL: url(['smtp', 'smtps']).optional(),
  MAIL_FROM: sender.optional(),
  TEAM_EMAIL: email.optional(),
  DEMO_ACCOUNTS: flag.default(false),
  BRAND: z.enum(['state', 'neutral'], { error: 'state or neutral' }).default('neutral'),
  PASS_PREFIX: z.string().regex(/^[0-9A-Z]{5}$/, '5 digits or capital letters').default('XXXXX'),
  REQUESTS_PER_MINUTE: whole(0, 1_000_000).default(1200),
  GRAPHQL_INTROSPECTION: flag.optional(),
  METRICS_TOKEN: text('a secret').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'fatal, error, warn, info, debug, trace or silent' }).default('info'),
});

export type Config = ReturnType<typeof readConfig>;

/** A setting that cannot be used: names the variable and what was expected, never its value. */
export class WrongConfiguration extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'WrongConfiguration';
  }
}

const ON_THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** @throws WrongConfiguration naming every wrong variable */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>) => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const read = variables.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${String(path[0])}: ${given[String(path[0])] === undefined ? 'missing, ' : ''}expected ${message}`);
    throw new WrongConfiguration(problems);
  }
  const v = read.data;
  if (v.NODE_ENV === 'production' && v.DEMO_ACCOUNTS && v.PUBLIC_URL && !ON_THIS_MACHINE.has(new URL(v.PUBLIC_URL).hostname))
    throw new WrongConfiguration(['DEMO_ACCOUNTS: expected false on a public production address, because the demo passwords are printed']);
  if (v.SMTP_URL) {
    const needed = { MAIL_FROM: 'the address that mail comes from', PUBLIC_URL: 'the address people type, for the links in mail' };
    const missing = Object.entries(needed).filter(([name]) => v[name as keyof typeof needed] === undefined);
    if (missing.length > 0) throw new WrongConfiguration(missing.map(([name, expected]) => `${name}: missing, expected ${expected}, because SMTP_URL is set`));
  }
  return {
    production: v.NODE_ENV === 'production',
    role: v.ROLE,
    host: v.HOST,
    port: v.PORT,
    publicUrl: v.PUBLIC_URL ?? null,
    trustProxy: v.TRUST_PROXY,
    dataDir: v.DATA_DIR,
    databaseUrl: v.DATABASE_URL,
    eventStoreUrl: v.EVENT_STORE_URL ?? v.DATABASE_URL,
    keysDatabaseUrl: v.KEYS_DATABASE_URL,
    poolSize: v.POOL_SIZE,
    masterKey: v.MASTER_KEY,
    sealKeyFile: v.SEAL_KEY_FILE ?? join(v.DATA_DIR, 'seal.key'),
    sealsFile: v.SEALS_FILE ?? join(v.DATA_DIR, 'seals.log'),
    erasuresFile: v.ERASURES_FILE ?? join(v.DATA_DIR, 'erasures.log'),
    sessionHours: v.SESSION_HOURS,
    smtpUrl: v.SMTP_URL ?? null,
    mailFrom: v.MAIL_FROM ?? null,
    teamEmail: v.TEAM_EMAIL ?? null,
    // Where invented people try things out, mail that goes nowhere can be read.
    mailbox: v.DEMO_ACCOUNTS && v.NODE_ENV !== 'production' && !v.SMTP_URL,
    demoAccounts: v.DEMO_ACCOUNTS,
    brand: v.BRAND,
    passPrefix: v.PASS_PREFIX,
    requestsPerMinute: v.REQUESTS_PER_MINUTE,
    introspection: v.GRAPHQL_INTROSPECTION ?? v.NODE_ENV !== 'production',
    metricsToken: v.METRICS_TOKEN ?? null,
    logLevel: v.LOG_LEVEL,
  } as const;
};
