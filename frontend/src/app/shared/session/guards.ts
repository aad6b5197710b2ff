import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { type Role, Session } from './session';

/** The server refuses anyway; this only spares the visitor a page that could show nothing. */
export const onlyFor = (...roles: Role[]): CanActivateFn => {
  return (_route, state) => {
    const session = inject(Session);
    const router = inject(Router);
    if (!session.signedIn()) return router.createUrlTree(['/connexion'], { queryParams: { suite: state.url } });
    const role = session.role();
    if (!role && session.me().memberships.length) return router.createUrlTree(['/organisation'], { queryParams: { suite: state.url } });
    return roles.length === 0 || (role !== null && roles.includes(role)) ? true : router.createUrlTree(['/acces-refuse']);
  };
};

export const signedIn: CanActivateFn = (_route, state) =>
  inject(Session).signedIn() || inject(Router).createUrlTree(['/connexion'], { queryParams: { suite: state.url } });
