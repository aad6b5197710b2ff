import { InjectionToken } from '@angular/core';

/** How an application puts an error into a sentence for the person reading. */
export const ERROR_WORDS = new InjectionToken<(error: unknown) => string>('error words', {
  factory: () => (error) => (error instanceof Error && error.message ? error.message : 'Une erreur inattendue est survenue. Réessayez dans un instant.'),
});
