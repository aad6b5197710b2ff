const WIDTH = 30;
const EVERY_MS = 100;

/** A bar on one line of a terminal; a line every tenth where there is none. */
export class Progress {
  #last = 0;
  #tenth = -1;
  readonly #start = Date.now();

  constructor(
    private readonly total: number,
    private readonly what: string,
  ) {}

  show(done: number): void {
    const share = this.total === 0 ? 1 : Math.min(1, done / this.total);
    if (!process.stderr.isTTY) return this.#line(share, done);
    if (share < 1 && Date.now() - this.#last < EVERY_MS) return;
    this.#last = Date.now();
    const filled = Math.round(share * WIDTH);
    process.stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${this.#text(share, done)}   ${share === 1 ? '\n' : ''}`);
  }

  #line(share: number, done: number): void {
    const tenth = Math.floor(share * 10);
    if (tenth === this.#tenth) return;
    this.#tenth = tenth;
    process.stderr.write(`${this.#text(share, done)}\n`);
  }

  #text(share: number, done: number): string {
    const seconds = (Date.now() - this.#start) / 1000;
    const left = share > 0.02 && share < 1 ? `, ${Math.ceil((seconds / share) * (1 - share))} s left` : '';
    return `${String(Math.floor(share * 100)).padStart(3)} % ${this.what} ${done.toLocaleString('fr-FR')}/${this.total.toLocaleString('fr-FR')}${left}`;
  }
}
