import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, text, turn } from '../../test/graphql';
import { labelsSample, memberOf } from '../../test/samples';
import { Session } from '../shared/session/session';
import { Announcer } from '../shared/ui/announcer';
import { PassesPage } from './passes.page';

const none = { passes: { total: 0, page: 1, pageSize: 20, items: [] } };
const type = (field: HTMLInputElement, value: string) => {
  field.value = value;
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
  TestBed.tick();
};

describe('the list of PASS of an employer', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('is narrowed by name, end and contract; the name stays out of the address [emplois/PASS-21]', async () => {
    const fixture = TestBed.createComponent(PassesPage);
    const session = TestBed.inject(Session).load();
    await answer('Me', { me: memberOf('c1') });
    await session;
    TestBed.tick();
    expect(await answer('Passes', none)).toMatchObject({ search: null, endsWithin: null, contract: null });
    await answer('Labels', { labels: labelsSample });
    const root = fixture.nativeElement as HTMLElement;
    const said: string[] = [];
    TestBed.inject(Announcer).say = (message) => void said.push(message);
    type(byLabel(root, 'Nom du salarié'), 'exemple');
    type(byLabel(root, 'Fin'), '3');
    type(byLabel(root, 'Contrat chez vous'), 'over');
    byRole(root, 'button', 'Filtrer').click();
    await turn();
    TestBed.tick();
    expect(await answer('Passes', none)).toMatchObject({ search: 'exemple', endsWithin: 3, contract: 'over' });
    expect(TestBed.inject(Router).url).toBe('/?fin=3&contrat=over');
    expect(text(root)).toContain('Aucun PASS ne répond à ces filtres.');
    expect(said).toEqual(['Aucun PASS IAE']);
  });
});
