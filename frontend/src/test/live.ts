/** Stands for the server's live channel; `hint` tells every open page that something it shows has changed. */
export function liveChannel(): { readonly addresses: readonly string[]; hint(): void; restore(): void } {
  const [addresses, listeners, before] = [[] as string[], new Set<() => void>(), globalThis.EventSource];
  class Source {
    private told = (): void => undefined;
    constructor(address: string) {
      addresses.push(address);
    }
    /** The only event of the channel. */
    addEventListener(name: string, told: () => void): void {
      if (name === 'changed') listeners.add((this.told = told));
    }
    close(): void {
      listeners.delete(this.told);
    }
  }
  globalThis.EventSource = Source as unknown as typeof EventSource;
  return { addresses, hint: () => listeners.forEach((told) => told()), restore: () => void (globalThis.EventSource = before) };
}
