import { rmSync } from 'node:fs';

export default function teardown(): void {
  const server = (globalThis as { testServer?: { folder: string; stop(): void } }).testServer;
  if (!server) return;
  server.stop();
  rmSync(server.folder, { recursive: true, force: true });
}
