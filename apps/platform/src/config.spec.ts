import { describe, expect, it } from '@jest/globals';
import { readConfig, WrongConfiguration } from './config.js';

const enough = { DATABASE_URL: 'postgres://app@127.0.0.1/app', MASTER_KEY: Buffer.alloc(32, 1).toString('base64') };
const problems = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as WrongConfiguration).problems;
  }
};

describe('the configuration', () => {
  it('needs a database and a master key, and has a default for the rest', () => {
    expect(readConfig(enough)).toMatchObject({ port: 3000, role: 'all', brand: 'neutral', demoAccounts: false, eventStoreUrl: enough.DATABASE_URL });
  });
  it('names every wrong variable and what was expected', () => {
    expect(problems({ ...enough, PORT: 'http', ROLE: 'boss' })).toEqual(['ROLE: expected api, worker or all', 'PORT: expected a whole number from 0 to 65535']);
  });
  it('says what is missing', () => {
    expect(problems({ MASTER_KEY: enough.MASTER_KEY })).toEqual(['DATABASE_URL: missing, expected an address starting with postgres:// or postgresql://']);
  });
  it('never repeats a secret that is badly written', () => {
    expect(problems({ ...enough, MASTER_KEY: 'tooshort' }).join()).not.toContain('tooshort');
  });
  it('refuses demo accounts on a public production address', () => {
    for (const [PUBLIC_URL, refused] of [['https://inclusion.test', 1], ['http://inclusion.test', 1], ['http://localhost:3000', 0], ['http://[::1]:3000', 0]] as const)
      expect([PUBLIC_URL, problems({ ...enough, NODE_ENV: 'production', DEMO_ACCOUNTS: 'true', PUBLIC_URL }).length]).toEqual([PUBLIC_URL, refused]);
  });
  it('believes proxies it is told of: all, so many, or these networks', () => {
    expect(['true', 'false', '2', '10.0.0.0/8, fd00::/8'].map((TRUST_PROXY) => readConfig({ ...enough, TRUST_PROXY }).trustProxy)).toEqual([true, false, 2, '10.0.0.0/8, fd00::/8']);
    for (const TRUST_PROXY of ['yes', '10.0.0.0/33', 'proxy.test', '']) expect([TRUST_PROXY, problems({ ...enough, TRUST_PROXY }).length]).toEqual([TRUST_PROXY, TRUST_PROXY === '' ? 0 : 1]);
  });
  it('needs whole addresses', () => {
    for (const PUBLIC_URL of ['https://', 'https://a.test,b.test']) expect([PUBLIC_URL, problems({ ...enough, PUBLIC_URL }).length]).toEqual([PUBLIC_URL, 1]);
    for (const DATABASE_URL of ['postgres:///app', 'postgres://app@:5432/app', 'http://127.0.0.1/app', 'postgres://one,two/app']) expect([DATABASE_URL, problems({ ...enough, DATABASE_URL }).length]).toEqual([DATABASE_URL, 1]);
    expect(readConfig({ ...enough, DATABASE_URL: 'postgres://app@%2Fvar%2Frun%2Fpostgresql:5432/app' }).databaseUrl).toContain('%2Frun');
    expect(readConfig({ ...enough, EVENT_STORE_URL: 'esdb://one:2113,two:2113,three:2113?tls=false' }).eventStoreUrl).toContain('three:2113');
  });
  it('sends mail with a server, a sender and an address for its links, and never repeats the password of the server', () => {
    const mail = { ...enough, SMTP_URL: 'smtps://nom:secret@mail.test:465', MAIL_FROM: 'Plateforme <ne-pas-repondre@mail.test>', PUBLIC_URL: 'https://inclusion.test' };
    expect(readConfig(mail)).toMatchObject({ smtpUrl: mail.SMTP_URL, mailFrom: mail.MAIL_FROM });
    expect(problems({ ...mail, MAIL_FROM: '', PUBLIC_URL: '' }).map((problem) => problem.split(':')[0])).toEqual(['MAIL_FROM', 'PUBLIC_URL']);
    for (const SMTP_URL of ['mail.test', 'http://nom:secret@mail.test', 'smtp://']) expect([SMTP_URL, problems({ ...mail, SMTP_URL }).join()]).toEqual([SMTP_URL, 'SMTP_URL: expected an address starting with smtp:// or smtps://']);
    for (const MAIL_FROM of ['nobody', 'a@b.test\nBcc: c@d.test', 'a@b.test, c@d.test']) expect([MAIL_FROM, problems({ ...mail, MAIL_FROM }).length]).toEqual([MAIL_FROM, 1]);
  });
  it('takes one plain address for the team: it is written into every page', () => {
    expect(readConfig({ ...enough, TEAM_EMAIL: 'equipe@inclusion.test' }).teamEmail).toBe('equipe@inclusion.test');
    expect(readConfig(enough).teamEmail).toBeNull();
    for (const TEAM_EMAIL of ['equipe', '"><script>@inclusion.test', 'a@b.test, c@d.test', 'Équipe <a@b.test>', 'a@b.test?subject=x']) expect([TEAM_EMAIL, problems({ ...enough, TEAM_EMAIL }).length]).toEqual([TEAM_EMAIL, 1]);
  });
  it('shows mail that goes nowhere only where demo accounts try things out', () => {
    const shown = (more: Record<string, string>) => readConfig({ ...enough, DEMO_ACCOUNTS: 'true', ...more }).mailbox;
    expect(shown({})).toBe(true);
    expect(shown({ DEMO_ACCOUNTS: 'false' })).toBe(false);
    expect(shown({ NODE_ENV: 'production' })).toBe(false);
    expect(shown({ SMTP_URL: 'smtp://localhost:2525', MAIL_FROM: 'a@b.test', PUBLIC_URL: 'http://localhost:3000' })).toBe(false);
  });
  it('hides the schema in production unless told otherwise', () => {
    expect(readConfig({ ...enough, NODE_ENV: 'production' }).introspection).toBe(false);
    expect(readConfig({ ...enough, NODE_ENV: 'production', GRAPHQL_INTROSPECTION: 'true' }).introspection).toBe(true);
  });
});
