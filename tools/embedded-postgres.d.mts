export interface EmbeddedPostgres {
  /** True when the server was already running. */
  readonly adopted: boolean;
  url(database?: string): string;
  stop(): void;
  /** Stops as a power cut would. */
  kill(): void;
}
export function embeddedPostgres(folder: string, options?: { test?: boolean }): Promise<EmbeddedPostgres>;
