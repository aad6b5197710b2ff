import { afterNextRender, Component, computed, DOCUMENT, type ElementRef, inject, Injector, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { filter, map } from 'rxjs';
import { Session } from '../shared/session/session';
import { brandOf } from './brand';
import { MainMenu } from './main-menu';

const roleLabels = {
  prescriber: 'Prescripteur',
  employer: 'Employeur',
  candidate: 'Candidat',
  inspector: 'Inspecteur',
  buyer: 'Acheteur',
  supplier: 'Fournisseur inclusif',
  staff: 'Équipe de la plateforme',
} as const;

@Component({
  selector: 'app-header',
  imports: [RouterLink, MainMenu],
  templateUrl: './header.html',
  host: { '(document:keydown.escape)': 'close()' },
})
export class SiteHeader {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  private readonly closer = viewChild<ElementRef<HTMLElement>>('closer');

  protected readonly state = brandOf(this.document) === 'state';
  protected readonly open = signal(false);
  protected readonly roleLabel = computed(() => {
    const role = this.session.role();
    if (role === 'prescriber' && !this.session.current()?.authorised) return 'Orienteur';
    return role ? roleLabels[role] : '';
  });
  protected readonly fullName = computed(() => {
    const account = this.session.account();
    return account ? `${account.firstName} ${account.lastName}` : '';
  });
  private readonly url = toSignal(this.router.events.pipe(filter((e) => e instanceof NavigationEnd), map((e) => e.urlAfterRedirects)), { initialValue: '/' });
  protected readonly signInParams = computed(() => (this.url() === '/' || this.url().startsWith('/connexion') ? {} : { suite: this.url() }));

  protected show(): void {
    this.open.set(true);
    this.others((e) => e.setAttribute('inert', ''));
    // A panel being unveiled refuses the focus until its first frame.
    afterNextRender(() => setTimeout(() => this.closer()?.nativeElement.focus(), 60), { injector: this.injector });
  }

  protected close(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.others((e) => e.removeAttribute('inert'));
    this.opener()?.nativeElement.focus();
  }

  private others(change: (element: Element) => void): void {
    this.document.querySelectorAll('main, footer, .fr-header__body, .fr-skiplinks').forEach(change);
  }
}
