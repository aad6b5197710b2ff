import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type ActivatedRouteSnapshot, type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { PageTitle, reference } from '../shared/ui/page-title';

const parameters = (route: ActivatedRouteSnapshot): string[] => (route.firstChild ? parameters(route.firstChild) : Object.values(route.params as Record<string, string>));

/** The title of the route, then what it is about: what its page says, else the reference in the address. */
@Injectable()
export class PlatformTitle extends TitleStrategy {
  private readonly page = signal({ title: '', reference: '' });
  private readonly about = inject(PageTitle).about;
  private readonly told = computed(() => {
    const { title, reference } = this.page();
    const about = this.about() ? ` : ${this.about()}` : reference && ` ${reference}`;
    return `${title ? `${title}${about} – ` : ''}Plateforme de l’inclusion`;
  });

  constructor() {
    super();
    const title = inject(Title);
    effect(() => title.setTitle(this.told()));
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.page.set({ title: this.buildTitle(state) ?? '', reference: parameters(state.root).map(reference).join(' ') });
  }
}
