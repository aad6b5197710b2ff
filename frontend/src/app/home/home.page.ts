import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DoorTile } from './door-tile';
import { visitors } from './visitors';

@Component({ selector: 'app-home', imports: [RouterLink, DoorTile], templateUrl: './home.page.html' })
export class HomePage {
  protected readonly visitors = visitors;
}
