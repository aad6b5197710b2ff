import { Injectable } from '@nestjs/common';
import { type CommandContext, derivedId, newId, SYSTEM } from '#kernel';
import type { CompanyRegistration } from '../domain/company.decider.js';
import { Registrations } from './registrations.js';

export type ImportOutcome = 'created' | 'changed' | 'unchanged';

/** Companies of an official file: the same SIRET and kind is the same company, however often it is loaded. */
@Injectable()
export class CompanyImport {
  constructor(private readonly registrations: Registrations) {}

  async take(company: Omit<CompanyRegistration, 'companyId' | 'source'>): Promise<ImportOutcome> {
    const companyId = derivedId('imported-company', company.kind, company.siret);
    const registered = await this.registrations.company({ ...company, companyId, source: 'import' }, context());
    if (wrote(registered)) return 'created';
    const changed = await this.registrations.changeCompany(companyId, company, context());
    return wrote(changed) ? 'changed' : 'unchanged';
  }
}

const context = (): CommandContext => ({ command: newId(), actor: SYSTEM });
const wrote = (receipt: { readonly entries: readonly { readonly events: readonly unknown[] }[] }) => receipt.entries.some(({ events }) => events.length > 0);
