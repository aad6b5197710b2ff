import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byRole, pageProviders, text } from '../../test/graphql';
import { employerSample, memberOf } from '../../test/samples';
import { Session } from '../shared/session/session';
import { EmployerPage } from './employer.page';

async function open(organisationId: string, employer: object) {
  const loading = TestBed.inject(Session).load();
  await answer('Me', { me: memberOf(organisationId) });
  await loading;
  const fixture = TestBed.createComponent(EmployerPage);
  fixture.componentRef.setInput('id', 'c1');
  await answer('Employer', { employer: employerSample(employer) });
  return fixture.nativeElement as HTMLElement;
}

describe('an employer’s page', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it.each([{ blocked: true }, { spontaneousOpen: false }])('lets its own members apply where others may not: %j [emplois/CMP-5]', async (closed) => {
    expect(byRole(await open('c1', closed), 'a', 'Postuler').getAttribute('href')).toContain('employeur=c1');
    const others = await open('c2', closed);
    expect(others.querySelector('a[href*=candidater]')).toBeNull();
    expect(text(others)).toMatch(/ne reçoit pas de candidatures|ne prend pas de candidature spontanée/);
  });

  it('offers nobody to apply where nobody would read it', async () => {
    expect((await open('c1', { hasMembers: false })).querySelector('a[href*=candidater]')).toBeNull();
  });
});
