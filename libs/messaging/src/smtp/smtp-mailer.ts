import { createTransport } from 'nodemailer';
import { type Handed, type Mail, Mailer } from '../application/mailer.js';
import { serverAt } from './server-address.js';

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };
/** Where a server speaks of this message; elsewhere a no is about who we are, and may be mended without it. */
const ABOUT_THE_MESSAGE = new Set(['RCPT TO', 'DATA']);

interface SmtpError {
  readonly responseCode?: number;
  readonly command?: string;
}

/** One connection for each message: they are few, and a stale connection is nobody's business. */
export class SmtpMailer extends Mailer {
  readonly ready = true;
  readonly #transport;
  readonly #domain: string;

  /** `from`: `Name <address>`, or an address alone. */
  constructor(
    address: string,
    private readonly from: string,
  ) {
    super();
    this.#transport = createTransport({ ...serverAt(address), ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
    this.#domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  }

  async hand({ to: { name, address }, subject, text, html, messageId, at }: Mail): Promise<Handed> {
    try {
      await this.#transport.sendMail({
        from: this.from,
        to: { name: name ?? '', address },
        ...{ subject, text, html, date: new Date(at), messageId: `<${messageId}@${this.#domain}>` },
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr' },
      });
      return { taken: true };
    } catch (error) {
      const { responseCode: code = null, command = '' } = error as SmtpError;
      const about = ABOUT_THE_MESSAGE.has(command) && code !== null;
      return { taken: false, code, forGood: about && code >= 500, reached: about };
    }
  }
}

/** Without a server: everything waits. */
export class NoMailer extends Mailer {
  readonly ready = false;
  hand(): Promise<Handed> {
    return Promise.resolve({ taken: false, code: null, forGood: false, reached: false });
  }
}
