import { type Id, SYSTEM } from '#kernel';
import type { DemoPeople } from './demo.js';
import { inventName, MARKER } from './names.js';
import { companyKind, institutionRegion, type PlannedOrganisation } from './organisations.js';
import { Random } from './random.js';
import type { Stage } from './stage.js';

export interface Founding {
  /** Of the regional institution. */
  readonly region: string;
  readonly demo: DemoPeople;
}

/** Registers organisations with their members and jobs. */
export async function found(stage: Stage, organisations: readonly PlannedOrganisation[], { region, demo }: Founding, done: () => void): Promise<void> {
  for (let at = 0; at < organisations.length; at += A_MINUTE) {
    stage.clock.advance(60_000);
    const now = organisations.slice(at, at + A_MINUTE);
    for (let n = 0; n < now.length; n += stage.atOnce) await Promise.all(now.slice(n, n + stage.atOnce).map((organisation) => foundOne(stage, organisation, region, demo).then(done)));
  }
}
/** Organisations registered in a minute. */
const A_MINUTE = 16;

async function foundOne(stage: Stage, organisation: PlannedOrganisation, region: string, demo: DemoPeople): Promise<void> {
  await register(stage, organisation, region);
  for (const [n, account] of organisation.members.entries()) {
    await openAccount(stage, account, demo);
    await stage.members.join(organisation, account, stage.context(SYSTEM, 'join', organisation.id, account), n === 0);
  }
  for (const job of organisation.jobs)
    await stage.jobs.open(
      { jobId: job.id, companyId: organisation.id, rome: job.rome, title: job.title, contractType: job.contractType, insee: null, department: organisation.location.department, places: job.places },
      stage.context(SYSTEM, 'open-job', job.id),
    );
}

const register = (stage: Stage, organisation: PlannedOrganisation, region: string) => {
  const { id, type, siret, kind, name, naf, location, authorised } = organisation;
  const context = stage.context(SYSTEM, 'register', id);
  switch (type) {
    case 'company':
      return stage.registrations.company({ companyId: id, siret, kind: companyKind(organisation), name, brand: '', naf, source: 'asp', ...location }, context);
    case 'prescriber':
      return stage.registrations.prescriber({ prescriberId: id, siret: kind === 'FT' ? null : siret, kind, name, authorised, ...location }, context);
    case 'institution':
      return stage.registrations.institution({ institutionId: id, kind, name, department: location.department || null, region: institutionRegion(organisation, region) }, context);
    case 'buyer':
      return stage.registrations.buyer({ id, siret, kind, name, ...location }, context);
    case 'supplier':
      return stage.registrations.supplier({ id, siret, kind, name, ...location }, context);
  }
};

/** Somebody of the demonstration, or somebody who belongs to organisations and signs in nowhere. */
const openAccount = (stage: Stage, accountId: Id, demo: DemoPeople) => {
  const context = stage.context(SYSTEM, 'open-account', accountId);
  const person = demo.get(accountId);
  if (person) return stage.accounts.openAccount({ accountId, ...person }, context);
  const random = new Random(parseInt(accountId.slice(0, 8), 16));
  const name = inventName(random, random.chance(0.6) ? 'F' : 'M');
  return stage.accounts.openAccount({ accountId, kind: 'professional', password: null, email: `pro-${accountId.slice(0, 8)}-${accountId.slice(-4)}@${MARKER}.example`, ...name }, context);
};
