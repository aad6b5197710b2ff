import type { Routes } from '@angular/router';

export const kitRoutes: Routes = [{ path: 'kit', title: 'Composants', loadComponent: () => import('./kit.page').then((m) => m.KitPage) }];
