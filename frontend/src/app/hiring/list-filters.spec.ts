import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, text } from '../../test/graphql';
import { labelsSample, memberOf } from '../../test/samples';
import { Session } from '../shared/session/session';
import { ApplicationsPage } from './applications.page';

const listed = { applications: { total: 0, totalIsExact: true, next: null, counts: [], items: [] }, dormantApplications: 0 };
const jobs = [{ code: 'j1', label: 'Jardinier' }, { code: 'j2', label: 'Maçon' }];
const values = { senders: [], senderOrganisations: [], companies: [], departments: [], jobs, criteria: [], passes: [], eligibility: [] };

async function open(url: string, kind = 'ACI'): Promise<{ root: HTMLElement; filter: unknown }> {
  const session = TestBed.inject(Session).load();
  const me = memberOf('c1');
  await answer('Me', { me: { ...me, current: { ...(me['current'] as object), kind } } });
  await session;
  const harness = await RouterTestingHarness.create();
  const opened = harness.navigateByUrl(url);
  const { filter } = await answer('Applications', listed);
  await answer('Labels', { labels: { ...labelsSample, applicationStatuses: [{ code: 'prior_to_hire', label: 'Action préalable' }] } });
  await opened;
  return { root: harness.routeNativeElement as HTMLElement, filter };
}

describe('the filters of a list of applications', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: pageProviders([{ path: 'recues', component: ApplicationsPage, data: { box: 'received' } }]) });
  });

  it('offer what occurs in one’s own list once they are opened, and ask for what was chosen [emplois/VIS-4]', async () => {
    const { root } = await open('/recues');
    expect(root.querySelector('app-list-filters')).toBeNull();
    root.querySelector('details')!.dispatchEvent(new Event('toggle'));
    expect(await answer('ApplicationFilters', { applicationFilters: values })).toEqual({ box: 'received' });
    expect([...root.querySelectorAll('app-list-filters label')].map(text)).toEqual(['Métier']);
    const job = byLabel(root, 'Métier');
    job.value = 'j2';
    job.dispatchEvent(new Event('change'));
    byRole(root, 'button', 'Filtrer').click();
    expect((await answer('Applications', listed))['filter']).toMatchObject({ jobId: 'j2' });
  });

  it('are those of the address, shown as such [emplois/VIS-4]', async () => {
    const asked = 'structure=s&expediteur=e&employeur=c&departement=30&metier=j1&critere=TH&pass=VALID&eligibilite=validated';
    const { root, filter } = await open(`/recues?${asked}`);
    expect(filter).toMatchObject({ senderOrganisationId: 's', senderId: 'e', companyId: 'c', department: '30', jobId: 'j1', criterion: 'TH', pass: 'VALID', eligibility: 'validated' });
    await answer('ApplicationFilters', { applicationFilters: values });
    expect(byLabel(root, 'Métier').value).toBe('j1');
  });

  it('propose an action before the hire to a GEIQ only [emplois/VIS-4]', async () => {
    expect(text((await open('/recues')).root.querySelector('fieldset'))).not.toContain('Action préalable');
  });

  it('propose it to a GEIQ', async () => {
    expect(text((await open('/recues', 'GEIQ')).root.querySelector('fieldset'))).toContain('Action préalable');
  });
});
