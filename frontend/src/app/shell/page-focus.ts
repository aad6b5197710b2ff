import { afterNextRender, inject, Injectable, Injector } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { Announcer } from '../shared/ui/announcer';
import { focusHeading } from '../shared/ui/focus-heading';

/** A new page starts at its heading for those who do not see it change; filters in the address do not move anyone. */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly announcer = inject(Announcer);
  private readonly title = inject(Title);
  private path: string | null = null;

  start(): void {
    this.router.events.pipe(filter((e) => e instanceof NavigationEnd)).subscribe((event) => {
      const path = event.urlAfterRedirects.split(/[?#]/)[0] ?? '';
      const first = this.path === null;
      const moved = path !== this.path;
      this.path = path;
      if (first || !moved || event.urlAfterRedirects.includes('#')) return;
      afterNextRender(() => this.focusHeading(), { injector: this.injector });
    });
  }

  private focusHeading(): void {
    focusHeading();
    this.announcer.say(this.title.getTitle());
  }
}
