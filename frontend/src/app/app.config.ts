import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, ErrorHandler, inject, LOCALE_ID, provideAppInitializer, provideZonelessChangeDetection } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { routes } from './app.routes';
import { ChunkErrorHandler } from './shell/chunk-error-handler';
import { PlatformTitle } from './shell/platform-title';
import { errorWords } from './shared/graphql/errors';
import { Session } from './shared/session/session';
import { sessionInterceptor } from './shared/session/session.interceptor';
import { ERROR_WORDS } from './shared/ui/error-words';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideHttpClient(withFetch(), withInterceptors([sessionInterceptor])),
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' })),
    provideAppInitializer(() => inject(Session).load()),
    { provide: ERROR_WORDS, useValue: errorWords },
    { provide: LOCALE_ID, useValue: 'fr' },
    { provide: TitleStrategy, useClass: PlatformTitle },
    { provide: ErrorHandler, useClass: ChunkErrorHandler },
  ],
};
