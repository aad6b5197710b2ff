import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
  readonly raw: string;
}

/** What a server may say no to, and with which number. */
export interface Says {
  readonly rcpt?: number;
  readonly data?: number;
  readonly mail?: number;
}

const refusal = (code: number): Error => Object.assign(new Error(`no ${code}`), { responseCode: code });

/** A mail server on this machine: it listens on a port, speaks SMTP and keeps what it takes. */
export class MailServer {
  readonly received: Received[] = [];
  says: Says = {};
  /** Every time somebody asked it to take a message, taken or not. */
  asked = 0;
  readonly #server: SMTPServer;

  private constructor(login?: { readonly user: string; readonly pass: string }) {
    const answer = (code: number | undefined, callback: (error?: Error | null) => void) => callback(code === undefined ? null : refusal(code));
    this.#server = new SMTPServer({
      authOptional: !login,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, callback) => callback(username === login?.user && password === login?.pass ? null : refusal(535), { user: username }),
      onMailFrom: (_address, _session, callback) => {
        this.asked++;
        answer(this.says.mail, callback);
      },
      onRcptTo: (_address, _session, callback) => answer(this.says.rcpt, callback),
      onData: (stream, { envelope }, callback) => {
        void text(stream).then((raw) => {
          if (this.says.data !== undefined) return callback(refusal(this.says.data));
          this.received.push({ from: envelope.mailFrom ? envelope.mailFrom.address : '', to: envelope.rcptTo.map(({ address }) => address), ...read(raw) });
          callback(null);
        });
      },
    });
    this.#server.on('error', () => undefined);
  }

  static async started(login?: { readonly user: string; readonly pass: string }, port = 0): Promise<MailServer> {
    const server = new MailServer(login);
    await new Promise<void>((resolve) => server.#server.listen(port, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

const quoted = (value: string): string => Buffer.from(value.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');
const words = (value: string): string =>
  value.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, kind: string, coded: string) => (kind.toLowerCase() === 'b' ? Buffer.from(coded, 'base64').toString('utf8') : quoted(coded.replaceAll('_', ' '))));

const split = (raw: string) => {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return { headers: new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), words(line.slice(line.indexOf(':') + 1).trim())])), body: raw.slice(end + 4) };
};

const decoded = (part: string) => {
  const { headers, body } = split(part);
  const coding = headers.get('content-transfer-encoding');
  return { type: headers.get('content-type') ?? '', body: coding === 'quoted-printable' ? quoted(body) : coding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : body };
};

const read = (raw: string) => {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1).map((part) => decoded(part.replace(/^\r\n/, ''))) : [decoded(raw)];
  const of = (type: string) => (parts.find((part) => part.type.startsWith(type))?.body ?? '').replace(/\r\n/g, '\n').trimEnd();
  return { headers, raw, text: of('text/plain'), html: of('text/html') };
};
