import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../shared/session/session';
import { doorsFor, visitors } from './doors';

@Component({ selector: 'app-home', imports: [RouterLink], templateUrl: './home.page.html' })
export class HomePage {
  protected readonly session = inject(Session);
  protected readonly doors = computed(() => {
    const role = this.session.role();
    return role ? doorsFor(role, !!this.session.current()?.authorised) : [];
  });
  protected readonly visitors = visitors;
}
