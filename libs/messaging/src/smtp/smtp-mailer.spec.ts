import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MailServer } from '../../../../tests/support/mail-server.js';
import type { Mail } from '../application/mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const mail: Mail = {
  to: { name: 'Ana Éssai, "cheffe"', address: 'ana@fictif.example' },
  ...{ subject: 'Une première structure s’intéresse à votre besoin', text: 'Bonjour,\n\nÀ bientôt\n', html: '<p>Bonjour,</p>', path: '' },
  ...{ messageId: '0190c0de-0000-7000-8000-000000000001', at: '2026-03-10T09:00:00.000Z' },
};
const from = 'Plateforme de l’inclusion <ne-pas-repondre@inclusion.test>';

describe('mail handed to a server', () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await MailServer.started({ user: 'nom', pass: 'secret' });
  });
  afterEach(() => server.stop());
  const mailer = (login = 'nom:secret@') => new SmtpMailer(server.url.replace('//', `//${login}`), from);

  it('arrives as it was written, to one person, under an identifier of its own', async () => {
    expect(await mailer().hand(mail)).toEqual({ taken: true });
    const [received] = server.received;
    expect(received).toMatchObject({ from: 'ne-pas-repondre@inclusion.test', to: ['ana@fictif.example'], text: 'Bonjour,\n\nÀ bientôt', html: '<p>Bonjour,</p>' });
    const { headers } = received!;
    expect(headers.get('subject')).toBe(mail.subject);
    expect(headers.get('from')).toBe(from);
    expect(headers.get('message-id')).toBe(`<${mail.messageId}@inclusion.test>`);
    expect(headers.get('date')).toBe('Tue, 10 Mar 2026 09:00:00 +0000');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('to')).toContain('<ana@fictif.example>');
  });

  it('is refused for good when the server says no to its reader or its content, and for now when it says later', async () => {
    const told = async (says: MailServer['says']) => {
      server.says = says;
      return mailer().hand(mail);
    };
    expect(await told({ rcpt: 550 })).toEqual({ taken: false, code: 550, forGood: true, reached: true });
    expect(await told({ data: 554 })).toEqual({ taken: false, code: 554, forGood: true, reached: true });
    expect(await told({ rcpt: 451 })).toEqual({ taken: false, code: 451, forGood: false, reached: true });
  });

  it('is no worse for a server that does not know us, or is not there', async () => {
    expect(await mailer('nom:faux@').hand(mail)).toEqual({ taken: false, code: 535, forGood: false, reached: false });
    server.says = { mail: 550 };
    expect(await mailer().hand(mail)).toEqual({ taken: false, code: 550, forGood: false, reached: false });
    const gone = await MailServer.started();
    const { url } = gone;
    await gone.stop();
    expect(await new SmtpMailer(url, from).hand(mail)).toEqual({ taken: false, code: null, forGood: false, reached: false });
  });
});
