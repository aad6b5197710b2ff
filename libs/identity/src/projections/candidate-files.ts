import { Injectable } from '@nestjs/common';
import { type Actor, type Id } from '#kernel';
import type { CandidateFile } from '../domain/candidate-file.js';
import { departmentOf } from '../domain/department.js';
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
  readonly history: readonly { readonly at: string; readonly by: string; readonly fields: readonly string[] }[];
}

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
  ) {}

  async open(id: Id, viewer: Actor, purpose: 'candidate-file' | 'candidate-written' = 'candidate-file'): Promise<OpenedFile | null> {
    const person = await this.vault.read<CandidateFile>(id);
    if (person?.kind !== 'candidate') return null;
    if (!mayRead(viewer, person)) {
      const name = maskedName(person.document);
      return { ...BLANK, ...name, id, masked: true, displayName: `${name.lastName} ${name.firstName}`, department: null, history: [] };
    }
    await this.access.opened(viewer, purpose, id);
    const { qpv: _qpv, zrr: _zrr, ...shown } = person.document;
    const department = departmentOf(shown.insee, shown.postCode);
    return { ...shown, id, masked: false, displayName: displayName(shown), department, history: await this.changes(id, viewer) };
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
