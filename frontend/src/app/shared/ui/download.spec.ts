import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { text, turn } from '../../../test/graphql';
import { Download } from './download';

describe('a file that is made when asked', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] }));

  it('says when it could not be made, and can be asked again', async () => {
    const fixture = TestBed.createComponent(Download);
    fixture.componentRef.setInput('label', 'Exporter');
    fixture.componentRef.setInput('produce', () => Promise.reject(new Error('no')));
    await fixture.whenStable();
    const button = fixture.nativeElement.querySelector('button') as HTMLButtonElement;
    button.click();
    await turn();
    await fixture.whenStable();
    expect(text(fixture.nativeElement.querySelector('[role=status]'))).toContain('n’a pas pu être préparé');
    expect(button.disabled).toBe(false);
  });
});
