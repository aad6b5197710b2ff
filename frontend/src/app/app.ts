import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SiteFooter } from './shell/footer';
import { SiteHeader } from './shell/header';
import { PageFocus } from './shell/page-focus';
import { SkipLinks } from './shell/skip-links';
import { LiveRegion } from './shared/ui/announcer';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet, SiteFooter, SiteHeader, SkipLinks, LiveRegion],
  template: `
    <app-skip-links />
    <app-header />
    <main id="contenu" tabindex="-1"><router-outlet /></main>
    <app-footer />
    <app-live-region />
  `,
})
export class App {
  constructor() {
    inject(PageFocus).start();
  }
}
