import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { byLabel, byRole, pageProviders, text } from '../../../test/graphql';
import { Announcer } from './announcer';
import { Cell } from './cell';
import { type Column, type Selectable, Table } from './table';

interface Row {
  readonly name: string;
  readonly size: number;
}

@Component({
  imports: [Table, Cell],
  template: `<app-table caption="Essai" [columns]="columns" [rows]="rows" [pageSize]="2"><ng-template appCell="taille" [appCellOf]="rows" let-row>{{ row.size }} m</ng-template></app-table>`,
})
class Host {
  readonly columns: readonly Column<Row>[] = [{ key: 'nom', label: 'Nom', value: (r) => r.name, sortable: true }, { key: 'taille', label: 'Taille', value: (r) => r.size, sortable: true }];
  readonly rows: readonly Row[] = [{ name: 'Moyen', size: 9 }, { name: 'Grand', size: 10 }, { name: 'Petit', size: 2 }];
}

@Component({
  imports: [Table],
  template: `<app-table caption="Essai" [columns]="columns" [rows]="rows" [selectable]="byName" [(selected)]="chosen" />`,
})
class ToChoose extends Host {
  readonly byName: Selectable<Row> = { key: (r) => r.name, name: (r) => r.name };
  readonly chosen = signal<readonly string[]>(['Grand']);
}

async function open(url: string) {
  const harness = await RouterTestingHarness.create(url);
  const root = harness.routeNativeElement as HTMLElement;
  const body = () => [...root.querySelectorAll('tbody tr')].map((row) => [...(row as HTMLTableRowElement).cells].map(text).join(' '));
  return { harness, root, body };
}

describe('a table', () => {
  afterEach(() => void Reflect.deleteProperty(window, 'matchMedia'));
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders([{ path: 'liste', component: Host }, { path: 'choix', component: ToChoose }]) }));

  it('shows the first page in the order it was given', async () => expect((await open('/liste')).body()).toEqual(['Moyen 9 m', 'Grand 10 m']));

  it('sorts by the header one follows, back on page 1, and says so', async () => {
    const said: string[] = [];
    TestBed.inject(Announcer).say = (message) => void said.push(message);
    const { harness, root, body } = await open('/liste?page=2');
    byRole(root, 'a', 'Taille').click();
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/liste?tri=taille');
    expect(body()).toEqual(['Petit 2 m', 'Moyen 9 m']);
    expect(root.querySelectorAll('th[scope=col]')[1]?.getAttribute('aria-sort')).toBe('ascending');
    expect(said).toEqual(['Trié par Taille, ordre croissant']);
  });

  it('opens as the address says: order and page', async () => expect((await open('/liste?tri=-taille&page=2')).body()).toEqual(['Petit 2 m']));

  it('shows the last page when the address goes beyond, and ignores an unknown order', async () => expect((await open('/liste?tri=couleur&page=99')).body()).toEqual(['Petit 2 m']));

  it('says what each part is by its role, for browsers that forget it once the cells are stacked', async () => {
    const { root } = await open('/choix');
    const roles = (selector: string) => [...new Set([...root.querySelectorAll(`table ${selector}`)].map((e) => e.getAttribute('role')))];
    expect(root.querySelector('table')?.getAttribute('role')).toBe('table');
    expect(['thead, tbody', 'tr', 'thead th', 'tbody th', 'td'].map(roles)).toEqual([['rowgroup'], ['row'], ['columnheader'], ['rowheader'], ['cell']]);
  });

  it('on a phone sorts by a list, its headers being read without links that nobody would see focused', async () => {
    window.matchMedia = () => Object.assign(new EventTarget(), { matches: true }) as unknown as MediaQueryList;
    const { harness, root, body } = await open('/liste');
    expect([...root.querySelectorAll('thead th')].map(text)).toEqual(['Nom', 'Taille']);
    expect(root.querySelector('thead a')).toBeNull();
    const list = byLabel(root, 'Trier par');
    list.value = '-taille';
    list.dispatchEvent(new Event('change'));
    await harness.fixture.whenStable();
    expect(body()).toEqual(['Grand 10 m', 'Moyen 9 m']);
    expect(root.querySelectorAll('thead th')[1]?.getAttribute('aria-sort')).toBe('descending');
  });

  it('has a named box on each row and one for all, and says how many are ticked', async () => {
    const { harness, root } = await open('/choix');
    const { chosen } = harness.fixture.debugElement.query(({ componentInstance }) => componentInstance instanceof ToChoose).componentInstance as ToChoose;
    const all = byLabel(root, 'Tout sélectionner');
    const settle = () => harness.fixture.whenStable();
    expect([byLabel(root, 'Sélectionner Grand').checked, byLabel(root, 'Sélectionner Petit').checked, all.checked, all.indeterminate]).toEqual([true, false, false, true]);
    byLabel(root, 'Sélectionner Petit').click();
    await settle();
    expect(chosen()).toEqual(['Grand', 'Petit']);
    expect(text(root.querySelector('[aria-live]'))).toBe('2 lignes sélectionnées');
    all.click();
    await settle();
    expect([chosen().length, all.checked, all.indeterminate]).toEqual([3, true, false]);
    all.click();
    await settle();
    expect([chosen(), byLabel(root, 'Sélectionner Grand').checked]).toEqual([[], false]);
  });
});
