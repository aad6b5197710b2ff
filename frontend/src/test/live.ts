/** Stands for the server's live channel; `hint` tells every open page that something it shows has changed. */
export function liveChannel(): { readonly addresses: readonly string[]; hint(): void; restore(): void } {
  const [addresses, listeners, before] = [[] as string[], new Set<() => void>(), globalThis.EventSource];
  class Source {
    onmessage: (() => void) | null = null;
    private readonly told = (): void => this.onmessage?.();
    constructor(address: string) {
      addresses.push(address);
      listeners.add(this.told);
    }
    addEventListener(): void {}
    close(): void {
      listeners.delete(this.told);
    }
  }
  globalThis.EventSource = Source as unknown as typeof EventSource;
  return { addresses, hint: () => listeners.forEach((told) => told()), restore: () => void (globalThis.EventSource = before) };
}
