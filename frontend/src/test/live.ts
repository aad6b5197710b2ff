/** Stands for the server's live channel; `hint` tells every open page that something it shows has changed, and may say what. */
export function liveChannel(): { readonly addresses: readonly string[]; hint(...topics: readonly string[]): void; restore(): void } {
  const [addresses, listeners, before] = [[] as string[], new Set<(event: object) => void>(), globalThis.EventSource];
  class Source {
    private told: (event: object) => void = () => undefined;
    constructor(address: string) {
      addresses.push(address);
    }
    /** The only event of the channel. */
    addEventListener(name: string, told: (event: object) => void): void {
      if (name === 'changed') listeners.add((this.told = told));
    }
    close(): void {
      listeners.delete(this.told);
    }
  }
  globalThis.EventSource = Source as unknown as typeof EventSource;
  return { addresses, hint: (...topics) => listeners.forEach((told) => told({ data: JSON.stringify({ topics }) })), restore: () => void (globalThis.EventSource = before) };
}
