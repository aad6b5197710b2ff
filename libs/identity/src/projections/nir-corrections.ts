import { Injectable } from '@nestjs/common';
import { type Actor, type Id, Streams } from '#kernel';
import { OrganisationsQueries } from '#organisations';
import { type CandidateSummary, IdentityQueries } from '../contract.js';
import { nirCorrection } from '../domain/nir-correction.decider.js';
import { type CorrectionRequest, lastOf, nirCorrectionStream } from '../domain/nir-correction.state.js';
import { mayEdit } from '../domain/rights.js';
import { AccessLog } from '../vault/access-log.js';
import { CorrectionTexts } from '../vault/correction-texts.js';
import { Vault } from '../vault/vault.js';
import type { NirCorrectionRow } from './nir-correction.js';

export interface CorrectionLine extends Pick<NirCorrectionRow, 'id' | 'candidateId' | 'state' | 'requestedAt' | 'handledOn'> {
  /** Absent once erased. */
  readonly candidate: CandidateSummary | null;
  readonly requestedBy: string;
  readonly organisation: string | null;
  readonly handledBy: string | null;
}
export interface OpenedCorrection extends CorrectionLine {
  readonly currentNir: string | null;
  readonly wantedNir: string | null;
  readonly justification: string | null;
  readonly explanation: string | null;
}
export type CorrectionStatus = Pick<CorrectionRequest, 'state' | 'handledOn'> & { readonly explanation: string | null };

/** Requests about numbers as people see them: the team's list, one opened, and what became of the last one of a person. */
@Injectable()
export class NirCorrections {
  constructor(
    private readonly people: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly texts: CorrectionTexts,
    private readonly access: AccessLog,
    private readonly vault: Vault,
    private readonly streams: Streams,
  ) {}

  async lines(rows: readonly NirCorrectionRow[], viewer: Actor): Promise<readonly CorrectionLine[]> {
    const [summaries, names, organisations] = await Promise.all([
      this.people.summaries(rows.map(({ candidateId }) => candidateId), { viewer, purpose: 'nir-corrections-list' }),
      this.people.accountNames(rows.flatMap(({ requestedBy, handledBy }) => [requestedBy, ...(handledBy ? [handledBy] : [])])),
      this.organisations.organisations(rows.flatMap(({ requestedIn }) => requestedIn ?? [])),
    ]);
    const nameOf = (id: Id) => {
      const name = names.get(id);
      return name ? `${name.firstName} ${name.lastName}` : 'Compte supprimé';
    };
    return rows.map((row) => ({
      ...row,
      candidate: summaries.get(row.candidateId) ?? null,
      requestedBy: row.requestedBy === row.candidateId ? 'La personne elle-même' : nameOf(row.requestedBy),
      organisation: (row.requestedIn && organisations.get(row.requestedIn)?.name) ?? null,
      handledBy: row.handledBy && nameOf(row.handledBy),
    }));
  }

  /** The numbers are read: written down before they are shown. */
  async open(row: NirCorrectionRow, viewer: Actor): Promise<OpenedCorrection> {
    await this.access.opened(viewer, 'nir-correction', row.candidateId);
    const [[line], { numbers, justification, explanation }] = await Promise.all([this.lines([row], viewer), this.texts.read(row.candidateId, row)]);
    return { ...line!, currentNir: numbers?.from ?? null, wantedNir: numbers?.to ?? null, justification, explanation };
  }

  /** For whoever may write in the file; read from the log itself, so that it is never late. Null when nothing was asked, or nothing is kept of it. */
  async lastOf(candidateId: Id, viewer: Actor): Promise<CorrectionStatus | null> {
    const person = await this.vault.read(candidateId);
    if (person?.kind !== 'candidate' || !mayEdit(viewer, person)) return null;
    const last = lastOf((await this.streams.load(nirCorrectionStream(candidateId), nirCorrection)).state);
    if (!last || last.forgotten) return null;
    const explanation = last.explanationId && (await this.people.texts([{ id: last.explanationId, person: candidateId }], { viewer, purpose: 'nir-correction' })).get(last.explanationId);
    return { state: last.state, handledOn: last.handledOn, explanation: explanation ?? null };
  }
}
