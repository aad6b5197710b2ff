import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { applyBrand } from './app/shell/brand';

applyBrand(document);
bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
