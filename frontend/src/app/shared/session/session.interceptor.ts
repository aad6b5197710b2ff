import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { tap } from 'rxjs';
import { isSignedOut, type GqlResponse } from '../graphql/errors';
import { Session } from './session';

const signedOut = (body: unknown): boolean =>
  !!body && typeof body === 'object' && ((body as GqlResponse<unknown>).errors ?? []).some((e) => isSignedOut(String(e.extensions?.['code'] ?? '')));

/** Any answer that says "who are you?" to someone who was signed in sends them to sign in again. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  const expire = () => injector.get(Session).expire();
  return next(request).pipe(
    tap({
      next: (event) => {
        if (event instanceof HttpResponse && signedOut(event.body)) expire();
      },
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse && (error.status === 401 || signedOut(error.error))) expire();
      },
    }),
  );
};
