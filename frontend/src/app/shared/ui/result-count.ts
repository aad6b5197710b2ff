import { Component, computed, input } from '@angular/core';
import { announce } from './announcer';

/** How many a list holds, seen above it and heard each time it was asked: « 12 candidats », « 1 candidat ». */
@Component({ selector: 'app-result-count', template: `<strong>{{ text() }}</strong>` })
export class ResultCount {
  readonly total = input.required<number>();
  readonly one = input.required<string>();
  readonly many = input.required<string>();
  protected readonly text = computed(() => `${this.total().toLocaleString('fr-FR')} ${this.total() > 1 ? this.many() : this.one()}`);

  constructor() {
    // Where there is nothing, the box that says so is heard: once is enough.
    announce(() => (this.total() ? this.text() : ''));
  }
}
