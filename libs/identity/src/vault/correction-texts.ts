import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, type Id } from '#kernel';
import type { CorrectedNumbers } from '../domain/nir-correction-input.js';
import { type CorrectionIds, textsOf } from '../domain/nir-correction.state.js';
import { FreeTexts } from './free-texts.js';

type Kind = 'nir-correction-numbers' | 'nir-correction-justification' | 'nir-correction-explanation';
export interface CorrectionWords {
  readonly numbers: CorrectedNumbers | null;
  readonly justification: string | null;
  readonly explanation: string | null;
}

/** What the vault holds of a request: numbers and words of one person, gone with them. */
@Injectable()
export class CorrectionTexts {
  constructor(
    private readonly texts: FreeTexts,
    private readonly clock: Clock,
  ) {}

  async keep(person: Id, texts: readonly { readonly id: Id; readonly kind: Kind; readonly text: string }[], { actor: by, occurred }: CommandContext): Promise<void> {
    const at = occurred ?? new Date(this.clock.now()).toISOString();
    await this.texts.keep(texts.map((each) => ({ ...each, person, by, at })));
  }

  /** Null for what has been erased, or is not there. */
  async read(person: Id, ids: CorrectionIds): Promise<CorrectionWords> {
    const texts = new Map((await this.texts.read(textsOf(ids).map((id) => ({ id, person })))).map(({ id, text }) => [id, text]));
    const numbers = texts.get(ids.numbersId);
    return {
      numbers: numbers === undefined ? null : (JSON.parse(numbers) as CorrectedNumbers),
      justification: texts.get(ids.justificationId) ?? null,
      explanation: (ids.explanationId && texts.get(ids.explanationId)) ?? null,
    };
  }

  async forget(person: Id, ids: readonly Id[]): Promise<void> {
    for (const id of ids) await this.texts.forget(id, person);
  }
}
