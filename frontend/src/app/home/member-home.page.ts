import { Component, computed, inject } from '@angular/core';
import { Session } from '../shared/session/session';
import { DoorTile } from './door-tile';
import { doorsFor } from './doors';

/** What somebody signed in may do here: a visitor does not download it. */
@Component({ selector: 'app-member-home', imports: [DoorTile], templateUrl: './member-home.page.html' })
export class MemberHomePage {
  protected readonly session = inject(Session);
  protected readonly doors = computed(() => {
    const role = this.session.role();
    return role ? doorsFor(role, !!this.session.current()?.authorised) : [];
  });
}
