import { addMonths, type Actor, type CommandContext, type Day, derivedId, type Id } from '#kernel';
import { ModerationDesk } from '../../../../libs/marketplace/src/application/moderation-desk.js';
import { NeedDesk } from '../../../../libs/marketplace/src/application/need-desk.js';
import { SupplierDesk } from '../../../../libs/marketplace/src/application/supplier-desk.js';
import { demoNeeds, type NeedStep, type NeedStory, planNeeds, planOffers, type PlannedOffer } from './marketplace-plan.js';
import { MARKER } from './names.js';
import type { PlannedOrganisation } from './organisations.js';
import { memberOf, type Stage } from './stage.js';

/** Needs a buyer publishes in a year: 115 a month in the whole country; enough to see in a small one. */
const NEEDS_EACH = 1.53;
const AT_LEAST = 24;
const SEED = 67;

type AnswerStep = Exclude<NeedStep, { do: 'save' | 'publish' | 'validate' | 'sendBack' | 'reject' }>;
interface Due {
  readonly at: number;
  readonly story: NeedStory;
  readonly step: NeedStep;
  readonly order: number;
}

const text = (sentence: string) => `${sentence} (${MARKER})`;
const isDemo = (stage: Stage, key: string) => ({ members }: PlannedOrganisation) => members.includes(stage.id('demo', key));

/** The marketplace side of a world: offers at its beginning, then needs as days go by. */
export class Market {
  readonly #desk: NeedDesk;
  readonly #moderation: ModerationDesk;
  readonly #suppliers: SupplierDesk;
  readonly #offers: readonly PlannedOffer[];
  readonly #due: readonly Due[];
  readonly #sellers: ReadonlyMap<Id, PlannedOrganisation>;
  readonly #staff: Actor;
  #next = 0;

  constructor(
    private readonly stage: Stage,
    organisations: readonly PlannedOrganisation[],
    last: Day,
    months = 12,
  ) {
    this.#desk = stage.get(NeedDesk);
    this.#moderation = stage.get(ModerationDesk);
    this.#suppliers = stage.get(SupplierDesk);
    this.#staff = { id: stage.id('demo', 'staff'), role: 'staff', organisation: null, organisationKind: null, authorised: false, department: null };
    const [buyer, supplier] = [organisations.find(isDemo(stage, 'buyer'))!, organisations.find(isDemo(stage, 'supplier'))!];
    const buyers = organisations.filter(({ type }) => type === 'buyer').length;
    this.#offers = planOffers(SEED, organisations, supplier.id);
    this.#sellers = new Map(this.#offers.map((offer) => [offer.supplier.id, offer.supplier]));
    const stories = [...planNeeds(SEED + 1, organisations, Math.max(AT_LEAST, Math.round(buyers * NEEDS_EACH)), addMonths(last, -months), last), ...demoNeeds(SEED + 2, buyer, supplier.id, last)];
    this.#due = stories.flatMap((story) => story.steps.map(([at, step], order) => ({ at, story, step, order }))).sort((a, b) => a.at - b.at || a.story.number - b.story.number || a.order - b.order);
  }

  /** Suppliers say what they do. */
  async open(): Promise<void> {
    const { atOnce } = this.stage;
    for (let n = 0; n < this.#offers.length; n += atOnce) await Promise.all(this.#offers.slice(n, n + atOnce).map((offer) => this.#present(offer)));
  }

  /** What happens on the marketplace up to an instant, at its hour. */
  async until(instant: number): Promise<void> {
    for (let due = this.#due[this.#next]; due && due.at <= instant; due = this.#due[++this.#next]) {
      this.stage.clock.set(Math.max(due.at, this.stage.clock.now()));
      await this.stage.allowed(() => this.#play(due.story, due.step, due.order));
    }
  }

  async #present({ supplier, presentation, activities }: PlannedOffer): Promise<void> {
    const actor = memberOf(supplier);
    const form = { presentation, email: `besoins-${supplier.id.slice(-12)}@${MARKER}.example`, phone: '0000000000' };
    await this.#suppliers.present(supplier.id, form, this.stage.context(actor, 'present-offer', supplier.id));
    for (const activity of activities) await this.#suppliers.setActivity(supplier.id, null, activity, this.stage.context(actor, 'activity', supplier.id, activity.sector));
  }

  async #play(story: NeedStory, step: NeedStep, order: number): Promise<unknown> {
    const { number, buyer, form, criteria } = story;
    const context = (actor: Actor, ...more: string[]) => this.stage.context(actor, 'need', number, order, ...more);
    const id = this.#idOf(story);
    const first = order === 0;
    switch (step.do) {
      case 'save':
      case 'publish':
        return this.#desk.write(step.do, first ? null : id, form, context(memberOf(buyer)));
      case 'validate':
        await this.#moderation.match(id, criteria, context(this.#staff, 'match'));
        return this.#moderation.validate(id, context(this.#staff));
      case 'sendBack':
        return this.#moderation.turnDown('sendBack', id, text('Pouvez-vous préciser la surface et la fréquence ?'), context(this.#staff));
      case 'reject':
        return this.#moderation.turnDown('reject', id, text('Ce besoin ne relève pas de l’achat inclusif.'), context(this.#staff));
      default:
        return this.#answer(story, step, context);
    }
  }

  async #answer({ buyer, form, ...story }: NeedStory, step: AnswerStep, context: (actor: Actor) => CommandContext): Promise<unknown> {
    const id = this.#idOf(story);
    const supplier = await this.#supplierOf(id, step.supplier);
    if (!supplier) return null;
    const actor = memberOf(supplier);
    if (step.do === 'view') return this.#suppliers.view(id, context(actor));
    if (step.do === 'interest') return this.#suppliers.declareInterest(id, form.questions.map(() => text('Dans les deux semaines.')), context(actor));
    if (step.do === 'decline') return this.#suppliers.decline(id, text('Notre équipe est déjà prise à cette période.'), context(actor));
    const { by, answer, amount } = step;
    const said = { answer, amount, supplierId: by === 'buyer' && answer === 'yes' ? supplier.id : null };
    return this.#desk.recordTransaction(id, said, context(by === 'buyer' ? memberOf(buyer) : actor));
  }

  /** The id a need takes from the command that first wrote it. */
  #idOf({ number }: Pick<NeedStory, 'number'>): Id {
    return derivedId(this.stage.id('command', 'need', number, 0), 'need');
  }

  /** The nth of those matched, in the order of their ids, so that a second run chooses the same. */
  async #supplierOf(needId: Id, wanted: Id | number): Promise<PlannedOrganisation | undefined> {
    if (typeof wanted !== 'number') return this.#sellers.get(wanted);
    const ids = [...((await this.#desk.state(needId))?.suppliers.keys() ?? [])].sort();
    return this.#sellers.get(ids[wanted] ?? '');
  }
}
