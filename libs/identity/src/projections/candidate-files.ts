import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Database, type Day, dayOf, type Id } from '#kernel';
import type { CandidateFile } from '../domain/candidate-file.js';
import { departmentOf } from '../domain/department.js';
import { isToCheck } from '../domain/file-check.js';
import { displayName, maskedName } from '../domain/names.js';
import { mayRead } from '../domain/rights.js';
import { AccessLog } from '../vault/access-log.js';
import { FileHistory } from '../vault/file-history.js';
import { Vault } from '../vault/vault.js';

type Shown = { readonly [K in Exclude<keyof CandidateFile, 'firstName' | 'lastName' | 'qpv' | 'zrr'>]: CandidateFile[K] | null };
export interface OpenedFile extends Shown {
  readonly id: Id;
  readonly masked: boolean;
  readonly displayName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly department: string | null;
  /** The last day on which somebody vouched for these data. */
  readonly checkedOn: Day | null;
  /** Asked of third parties only: the person knows what they wrote. */
  readonly toCheck: boolean;
  readonly history: readonly { readonly at: string; readonly by: string; readonly fields: readonly string[] }[];
  /** The lists have not seen the command that asked for this. */
  readonly behind: boolean;
}
/** Opened to answer a command: `vouchedFor` is the day it says the data are right, while the read models do not know it yet. */
export interface Opening {
  readonly purpose: 'candidate-file' | 'candidate-written';
  readonly vouchedFor: Day | null;
}
const READING: Opening = { purpose: 'candidate-file', vouchedFor: null };

const BLANK: Shown = {
  title: null,
  birthDate: null,
  nir: null,
  nirReason: null,
  franceTravailId: null,
  franceTravailReason: null,
  email: null,
  phone: null,
  address: null,
  postCode: null,
  insee: null,
  city: null,
};

/** A candidate's whole file, opened by somebody: written down before it is shown, masked for who may not read it [emplois/AUT-7]. */
@Injectable()
export class CandidateFiles {
  constructor(
    private readonly vault: Vault,
    private readonly history: FileHistory,
    private readonly access: AccessLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async open(id: Id, viewer: Actor, { purpose, vouchedFor }: Opening = READING): Promise<OpenedFile | null> {
    const behind = vouchedFor !== null;
    const person = await this.vault.read<CandidateFile>(id);
    if (person?.kind !== 'candidate') return null;
    if (!mayRead(viewer, person)) {
      const name = maskedName(person.document);
      const hidden = { masked: true, department: null, history: [], checkedOn: null, toCheck: false, behind };
      return { ...BLANK, ...name, ...hidden, id, displayName: `${name.lastName} ${name.firstName}` };
    }
    await this.access.opened(viewer, purpose, id);
    const { qpv: _qpv, zrr: _zrr, ...shown } = person.document;
    const department = departmentOf(shown.insee, shown.postCode);
    const checkedOn = vouchedFor ?? (await this.checkedOn(id));
    const toCheck = viewer.role !== 'candidate' && checkedOn !== null && isToCheck(checkedOn, this.clock.today());
    const history = await this.changes(id, viewer);
    return { ...shown, id, masked: false, displayName: displayName(shown), department, history, checkedOn, toCheck, behind };
  }

  private async checkedOn(id: Id): Promise<Day | null> {
    const row = await this.database.one<{ at: string }>('select checked_at as at from read.identity_candidate_check where id = $1', [id]);
    return row && dayOf(row.at);
  }

  private async changes(id: Id, viewer: Actor): Promise<OpenedFile['history']> {
    const changes = await this.history.of(id);
    const authors = await this.vault.readMany([...new Set(changes.map(({ by }) => by))]);
    const nameOf = (by: Id): string => {
      if (by === id) return viewer.id === id ? 'Vous' : 'La personne elle-même';
      const author = authors.get(by);
      return author && author.kind !== 'candidate' ? `${author.document.firstName} ${author.document.lastName}` : 'La plateforme';
    };
    return changes.map(({ at, by, fields }) => ({ at, by: nameOf(by), fields }));
  }
}
