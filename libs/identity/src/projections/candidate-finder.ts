import { Injectable } from '@nestjs/common';
import { type Actor, type Id, InvalidInput } from '#kernel';
import type { CandidateSummary } from '../contract.js';
import type { CandidateFile } from '../domain/candidate-file.js';
import { departmentOf } from '../domain/department.js';
import { redactedEmail, isEmail, isProfessionalEmail, normaliseEmail } from '../domain/email.js';
import { nirProblem, normaliseNir } from '../domain/nir.js';
import { mayAttachNir, mayRead } from '../domain/rights.js';
import { AccessLog } from '../vault/access-log.js';
import { type LookupKind, twinValue } from '../vault/person.js';
import { Vault } from '../vault/vault.js';
import { summaryOf } from './people-queries.js';

export interface CandidateMatch {
  readonly found: boolean;
  readonly candidate: CandidateSummary | null;
  /** Refusal code when what was found cannot be applied for. */
  readonly problem: string | null;
  /** The file has no number, and this viewer may complete it [emplois/CAN-24]. */
  readonly mayAttachNir: boolean;
}
const nobody: CandidateMatch = { found: false, candidate: null, problem: null, mayAttachNir: false };

/** Somebody of the same name, born the same day. The address is redacted for everybody [emplois/CAN-25]. */
export interface SuspectedTwin {
  readonly candidate: CandidateSummary;
  readonly email: string | null;
  readonly department: string | null;
}

/** Finds a candidate before creating one: by NIR first, then by e-mail [emplois/CAN-23] [emplois/CAN-24]. */
@Injectable()
export class CandidateFinder {
  constructor(
    private readonly vault: Vault,
    private readonly access: AccessLog,
  ) {}

  /** @throws InvalidInput for a number that cannot be one: only then may the page offer the search by e-mail */
  async byNir(typed: string, viewer: Actor): Promise<CandidateMatch> {
    const nir = normaliseNir(typed);
    const problem = nirProblem(nir);
    if (problem) throw new InvalidInput([{ field: 'nir', code: problem }]);
    return this.match('nir', nir, viewer);
  }

  async byEmail(typed: string, viewer: Actor): Promise<CandidateMatch> {
    const email = normaliseEmail(typed);
    if (!isEmail(email)) throw new InvalidInput([{ field: 'email', code: 'identity/email-shape' }]);
    if (isProfessionalEmail(email)) return { ...nobody, problem: 'identity/email-professional' };
    return this.match('email', email, viewer);
  }

  /** Before creating somebody: the files that are perhaps theirs, each as far as the viewer may see it. */
  async twins(typed: { readonly firstName: string; readonly lastName: string; readonly birthDate: string }, viewer: Actor): Promise<readonly SuspectedTwin[]> {
    const people = await this.vault.readMany<CandidateFile>((await this.vault.find('twin', twinValue(typed))) as Id[]);
    const twins = [...people.values()].filter(({ kind }) => kind === 'candidate');
    for (const { id } of twins) await this.access.opened(viewer, 'candidate-duplicate', id);
    return twins.map((person) => {
      const { email, insee, postCode } = person.document;
      const masked = !mayRead(viewer, person);
      return {
        candidate: summaryOf(person, masked),
        email: email && redactedEmail(email),
        department: masked ? null : departmentOf(insee, postCode),
      };
    });
  }

  private async match(kind: LookupKind, value: string, viewer: Actor): Promise<CandidateMatch> {
    const [id] = await this.vault.find(kind, value);
    const person = id === undefined ? null : await this.vault.read<CandidateFile>(id as Id);
    if (!person) return nobody;
    if (person.kind !== 'candidate') return { ...nobody, found: true, problem: 'identity/email-of-professional' };
    const masked = !mayRead(viewer, person);
    // Written even when the name is masked: having typed the number is having read it.
    await this.access.opened(viewer, `candidate-by-${kind}`, person.id);
    const candidate = summaryOf(person, masked);
    return { found: true, candidate, problem: null, mayAttachNir: !candidate.hasNir && mayAttachNir(viewer) };
  }
}
