import { type Actor, addDays, type CommandContext, derivedId, type Id, newId, SYSTEM } from '#kernel';
import type { TestApp } from '#testing';
import { Accounts } from '../../libs/identity/src/application/accounts.js';
import { ModerationDesk } from '../../libs/marketplace/src/application/moderation-desk.js';
import { NeedDesk, type NeedForm } from '../../libs/marketplace/src/application/need-desk.js';
import { SupplierDesk } from '../../libs/marketplace/src/application/supplier-desk.js';
import { NeedPresenter } from '../../libs/marketplace/src/api/need-presenter.js';
import type { NeedView } from '../../libs/marketplace/src/api/need.views.js';
import type { Activity, MatchCriteria } from '../../libs/marketplace/src/contract.js';
import { Registrations } from '../../libs/organisations/src/application/registrations.js';

const STRASBOURG = { address: '1 rue Imaginaire', postCode: '67000', city: 'Strasbourg', insee: '67482', department: '67', lat: 48.57, lon: 7.75 };
type Who = 'buyer' | 'staff' | 'cleaner' | 'sweeper' | 'laundry';
const ROLES: Readonly<Record<Who, Actor['role']>> = { buyer: 'buyer', staff: 'staff', cleaner: 'supplier', sweeper: 'supplier', laundry: 'supplier' };
export const CRITERIA: MatchCriteria = { sectors: ['nettoyage-de-locaux'], prestaTypes: [], supplierKinds: [], perimeters: ['67482'], distance: null, includeCountry: false };

export interface Market {
  readonly needs: NeedDesk;
  readonly moderation: ModerationDesk;
  readonly suppliers: SupplierDesk;
  readonly id: (who: Who) => Id;
  readonly by: (who: Who) => CommandContext;
  readonly form: (given?: Partial<NeedForm>) => NeedForm;
  /** A need the team has not decided about yet. */
  readonly submitted: (given?: Partial<NeedForm>) => Promise<Id>;
  /** A need that the cleaner and the sweeper match. */
  readonly published: (given?: Partial<NeedForm>) => Promise<Id>;
  /** Null: a visitor who has not signed in. */
  readonly see: (needId: Id, who: Who | null) => Promise<NeedView | null>;
}

/** A buyer, the team, two who clean offices and a laundry of Strasbourg, on an application whose clock is set. */
export const market = async (app: TestApp): Promise<Market> => {
  const [needs, moderation, suppliers, presenter] = [app.get(NeedDesk), app.get(ModerationDesk), app.get(SupplierDesk), app.get(NeedPresenter)];
  const id = (who: Who) => derivedId('market', who);
  const actor = (who: Who): Actor => ({ ...SYSTEM, id: derivedId('market account', who), role: ROLES[who], organisation: who === 'staff' ? null : id(who) });
  const by = (who: Who): CommandContext => ({ command: newId(), actor: actor(who) });
  const form = (given: Partial<NeedForm> = {}): NeedForm => ({
    ...{ kind: 'QUOTE', title: 'Nettoyage imaginaire', description: 'Deux fois par semaine.', wholeFrance: false, place: '67482', sectors: [], startsOn: null },
    ...{ deadline: addDays(app.clock.today(), 20), amount: '5-10K', shareAmount: false, questions: ['Sous quel délai ?'], responseKinds: ['EMAIL'] },
    ...{ anonymous: false, link: null, email: 'achats@fictif.example', phone: null, ...given },
  });
  const submitted = async (given: Partial<NeedForm> = {}) => (await needs.write('publish', null, form(given), by('buyer'))).needId;
  const published = async (given: Partial<NeedForm> = {}) => {
    const needId = await submitted(given);
    await moderation.match(needId, CRITERIA, by('staff'));
    await moderation.validate(needId, by('staff'));
    await app.settled();
    return needId;
  };

  for (const who of Object.keys(ROLES) as Who[]) {
    const kind = who === 'staff' ? 'staff' : 'professional';
    await app.get(Accounts).openAccount({ accountId: actor(who).id, kind, email: `${who}@fictif.example`, password: 'mot-de-passe-fictif', firstName: 'Personne', lastName: who });
  }
  const registrations = app.get(Registrations);
  await registrations.buyer({ id: id('buyer'), siret: '00000000000001', kind: 'LOCAL_AUTHORITY', name: 'Ville imaginaire', ...STRASBOURG }, { command: newId(), actor: SYSTEM });
  const activity: Omit<Activity, 'activityId'> = { sector: 'nettoyage-de-locaux', prestaTypes: ['PREST'], range: 'CUSTOM', distance: 50, zones: [] };
  for (const [n, who] of (['cleaner', 'sweeper', 'laundry'] as const).entries()) {
    await registrations.supplier({ id: id(who), siret: `0000000000001${n}`, kind: 'EA', name: `Atelier imaginaire ${who}`, ...STRASBOURG }, { command: newId(), actor: SYSTEM });
    await suppliers.present(id(who), { presentation: '', email: `${who}@fictif.example`, phone: null }, by(who));
    await suppliers.setActivity(id(who), null, who === 'laundry' ? { ...activity, sector: 'blanchisserie' } : activity, by(who));
  }
  await app.settled();
  return { needs, moderation, suppliers, id, by, form, submitted, published, see: (needId, who) => presenter.one(needId, who && actor(who)) };
};
