import type { Routes } from '@angular/router';

/** Nothing in production: the build replaces this file by `kit.routes.shown.ts` in the configurations that show the kit. */
export const kitRoutes: Routes = [];
