import { Component, provideZonelessChangeDetection, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { byRole } from '../../../test/graphql';
import { Modal } from './modal';

@Component({ imports: [Modal], template: `<button (click)="modal().open()">Ouvrir</button><app-modal heading="Titre" (closed)="count = count + 1">Texte</app-modal>` })
class Host {
  readonly modal = viewChild.required(Modal);
  count = 0;
}

describe('a modal', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    // jsdom has the element without its behaviour: the least of it.
    Object.assign(HTMLDialogElement.prototype, {
      showModal(this: HTMLDialogElement) {
        this.open = true;
        this.querySelector('button')?.focus();
      },
      close(this: HTMLDialogElement) {
        this.open = false;
        this.dispatchEvent(new Event('close'));
      },
    });
  });

  it('is named by its heading, closes once, and gives the focus back', async () => {
    const fixture = TestBed.createComponent(Host);
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    await fixture.whenStable();
    const opener = byRole(root, 'button', 'Ouvrir');
    opener.focus();
    opener.click();
    const dialog = root.querySelector('dialog');
    expect(dialog?.open).toBe(true);
    expect(document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Titre');
    expect(document.activeElement).not.toBe(opener);
    byRole(root, 'dialog button', 'Fermer').click();
    expect(dialog?.open).toBe(false);
    expect(document.activeElement).toBe(opener);
    expect(fixture.componentInstance.count).toBe(1);
  });
});
