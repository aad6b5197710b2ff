import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, type Decider, derivedId, type DomainEvent, type Id, joinReceipts, type Receipt, Streams } from '#kernel';
import { type CompanyCard, type CompanyRegistration, companyDecider, type Recruitment } from '../domain/company.decider.js';
import { type InstitutionRegistration, institutionDecider } from '../domain/institution.decider.js';
import { type PrescriberRegistration, prescriberDecider } from '../domain/prescriber.decider.js';
import { siretDecider } from '../domain/siret-reservation.decider.js';
import { buyerDecider, supplierDecider, type TraderRegistration } from '../domain/trader.decider.js';

/** Longer than any registration takes; shorter than anybody waits to try again. */
const RESERVATION_MS = 10 * 60_000;

interface Identified {
  readonly id: Id;
  readonly siret: string | null;
  readonly kind: string;
}

/** Organisations come to be, and change. Everything may be asked again without effect. */
@Injectable()
export class Registrations {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  company(company: CompanyRegistration, context: CommandContext): Promise<Receipt> {
    const { companyId: id, siret, kind } = company;
    return this.#register('company', { id, siret, kind }, companyDecider, { kind: 'register', company }, context);
  }

  prescriber(prescriber: PrescriberRegistration, context: CommandContext): Promise<Receipt> {
    const { prescriberId: id, siret, kind } = prescriber;
    return this.#register('prescriber', { id, siret, kind }, prescriberDecider, { kind: 'register', prescriber }, context);
  }

  buyer(trader: TraderRegistration, context: CommandContext): Promise<Receipt> {
    return this.#register('buyer', trader, buyerDecider, { kind: 'register', trader }, context);
  }

  supplier(trader: TraderRegistration, context: CommandContext): Promise<Receipt> {
    return this.#register('supplier', trader, supplierDecider, { kind: 'register', trader }, context);
  }

  institution(institution: InstitutionRegistration, context: CommandContext): Promise<Receipt> {
    return this.streams.handle(`institution-${institution.institutionId}`, institutionDecider, { kind: 'register', institution }, context);
  }

  changeCompany(companyId: Id, card: CompanyCard, context: CommandContext): Promise<Receipt> {
    return this.streams.handle(`company-${companyId}`, companyDecider, { kind: 'change', card }, context);
  }

  setRecruitment(companyId: Id, recruitment: Recruitment, context: CommandContext): Promise<Receipt> {
    return this.streams.handle(`company-${companyId}`, companyDecider, { kind: 'recruit', ...recruitment }, context);
  }

  authorise(prescriberId: Id, authorised: boolean, context: CommandContext): Promise<Receipt> {
    return this.streams.handle(`prescriber-${prescriberId}`, prescriberDecider, { kind: 'authorise', authorised }, context);
  }

  /** The SIRET's stream may say no, so it decides before the organisation's own. */
  async #register<S, C, E extends DomainEvent>(type: string, { id, siret, kind }: Identified, decider: Decider<S, C, E>, command: C, context: CommandContext): Promise<Receipt> {
    // What the organisation's decider would refuse anyway must not reserve a number.
    decider.decide(command, decider.initial);
    const part = (name: string): CommandContext => ({ ...context, command: derivedId(context.command, name) });
    const register = () => this.streams.handle(`${type}-${id}`, decider, command, context);
    if (siret === null) return register();
    const stream = `siret-${type}-${kind}-${siret}`;
    const now = this.clock.now();
    const reserve = { kind: 'reserve', siret, organisationKind: kind, owner: id, now: new Date(now).toISOString(), until: new Date(now + RESERVATION_MS).toISOString() } as const;
    const reserved = await this.streams.handle(stream, siretDecider, reserve, part('reserve'));
    const registered = await register();
    const confirmed = await this.streams.handle(stream, siretDecider, { kind: 'confirm', owner: id }, part('confirm'));
    return joinReceipts(context.command, reserved, registered, confirmed);
  }
}
