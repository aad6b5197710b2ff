import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Day, type Id, InvalidInput, isId, NotFound } from '#kernel';
import { isEmail, normaliseEmail, redactedEmail } from '../domain/email.js';
import { displayName } from '../domain/names.js';
import { AccessLog } from '../vault/access-log.js';
import { ErasureLedger } from '../vault/erasure-ledger.js';
import type { PersonKind } from '../vault/person.js';
import { Vault } from '../vault/vault.js';

/** Enough to be sure that this is the person meant, and what would go. */
export interface PersonToErase {
  readonly id: Id;
  /** Null once erased: nobody knows any more. */
  readonly kind: PersonKind | null;
  readonly displayName: string;
  readonly birthDate: Day | null;
  readonly email: string | null;
  /** How often the file was written. */
  readonly versions: number;
  readonly texts: number;
  readonly signsIn: boolean;
  readonly erasedAt: string | null;
}

const COUNTS = `select (select count(*)::int + 1 from identity.person_version where person = $1) as versions,
  (select count(*)::int from identity.free_text where person = $1) as texts, exists (select 1 from identity.account where id = $1 and password is not null) as "signsIn"`;

/** Finds the one person a request for erasure is about, by id or by the whole e-mail address: never by part of a name. */
@Injectable()
export class PeopleToErase {
  constructor(
    private readonly vault: Vault,
    private readonly ledger: ErasureLedger,
    private readonly access: AccessLog,
    private readonly database: Database,
  ) {}

  /** @throws InvalidInput, NotFound */
  async find(typed: string, viewer: Actor): Promise<PersonToErase> {
    const search = typed.trim();
    const byId = isId(search.toLowerCase());
    if (!byId && !isEmail(search)) throw new InvalidInput([{ field: 'search', code: 'identity/person-search-missing' }]);
    const id = byId ? search.toLowerCase() : (await this.vault.find('email', normaliseEmail(search)))[0];
    if (id === undefined) throw new NotFound('identity/person-unknown');
    const person = await this.vault.read(id);
    if (!person) return this.erased(id);
    await this.access.opened(viewer, 'person-erasure', id);
    const { document, kind } = person;
    const counts = (await this.database.one<Pick<PersonToErase, 'versions' | 'texts' | 'signsIn'>>(COUNTS, [id]))!;
    return { id, kind, displayName: displayName(document), birthDate: document.birthDate ?? null, email: document.email ? redactedEmail(document.email) : null, ...counts, erasedAt: null };
  }

  private async erased(id: Id): Promise<PersonToErase> {
    const erasure = await this.ledger.of(id);
    if (!erasure) throw new NotFound('identity/person-unknown');
    return { id, kind: null, displayName: 'Personne effacée', birthDate: null, email: null, versions: 0, texts: 0, signsIn: false, erasedAt: erasure.at };
  }
}
