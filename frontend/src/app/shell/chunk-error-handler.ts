import { ErrorHandler } from '@angular/core';

/** After a release, an open page may ask for a file that no longer exists: loading the page again is the cure. */
export class ChunkErrorHandler extends ErrorHandler {
  override handleError(error: unknown): void {
    super.handleError(error);
    if (!/dynamically imported module|Loading chunk/i.test(String(error))) return;
    const last = Number(sessionStorage.getItem('reloaded') ?? 0);
    if (Date.now() - last < 30_000) return;
    sessionStorage.setItem('reloaded', String(Date.now()));
    location.reload();
  }
}
