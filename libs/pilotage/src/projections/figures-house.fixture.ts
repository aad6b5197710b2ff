import { afterAll, beforeAll, expect } from '@jest/globals';
import { ControlQueries } from '#control';
import { IdentityQueries } from '#identity';
import { KernelConfig, type RecordedEvent } from '#kernel';
import { OrganisationsQueries } from '#organisations';
import { testApp, type TestApp } from '../../../testing/src/app.js';
import type { FiguresAnswer } from '../domain/figures.js';
import { foldFacts } from '../domain/fold.fixture.js';
import type { Indicator } from '../domain/indicator.js';
import type { Narrowing } from '../domain/narrowing.js';
import type { Question } from '../domain/question.js';
import { PilotageModule } from '../pilotage.module.js';
import { figuresSecret } from './dither.js';
import { DrillDown, type EventCount } from './drill-down.js';
import { FiguresCopy } from './figures-copy.js';
import { FiguresReader } from './figures.js';
import { PostgresEngine } from './postgres-engine.js';

const unasked = [IdentityQueries, OrganisationsQueries].map((provide) => ({ provide, useValue: {} }));
const territories = { module: class Territories {}, global: true, providers: [{ provide: ControlQueries, useValue: { territoryOf: () => null } }, ...unasked], exports: [ControlQueries, IdentityQueries, OrganisationsQueries] };

/** The figures on a platform of their own, asked both of the columns and of PostgreSQL. */
export class FiguresHouse {
  app!: TestApp;
  reader!: FiguresReader;
  copy!: FiguresCopy;
  postgres!: PostgresEngine;
  #asked = 0;
  #looks = 0;

  constructor() {
    beforeAll(async () => {
      this.app = await testApp({ modules: [territories, PilotageModule] });
      this.reader = this.app.get(FiguresReader);
      this.copy = this.app.get(FiguresCopy);
      this.postgres = new PostgresEngine(this.app.database, figuresSecret(this.app.get(KernelConfig).masterKey));
    }, 60_000);
    afterAll(() => this.app.close());
  }

  /** Puts the facts of these events in place of the others. */
  readonly load = async (events: readonly RecordedEvent[]): Promise<void> => {
    const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const rows = foldFacts(events).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])));
    await this.app.database.run('delete from read.pilotage_fact');
    await this.app.database.run('insert into read.pilotage_fact select * from json_populate_recordset(null::read.pilotage_fact, $1::json)', [JSON.stringify(rows)]);
    await this.copy.reload();
  };

  /** By the columns; PostgreSQL must say the same. */
  readonly ask = async (question: Question): Promise<FiguresAnswer> => {
    const columns = await this.copy.upTo(0, 1000);
    expect(columns).not.toBeNull();
    const found = await this.reader.compute(question, columns!);
    if (this.#asked++ % 4 === 0) expect(await this.reader.compute(question, this.postgres)).toEqual(found);
    return found;
  };

  /** Counts of the facts behind a figure: by the columns, and by PostgreSQL as if there were none. */
  readonly behind = async (indicator: Indicator, question: Question, part: Narrowing | null = null): Promise<readonly EventCount[]> => {
    const { reader } = this;
    const engine = reader.engine.bind(reader);
    const counts = await this.app.get(DrillDown).events({ indicator, part }, question, --this.#looks);
    reader.engine = () => Promise.resolve(this.postgres);
    expect(await this.app.get(DrillDown).events({ indicator, part }, question, --this.#looks)).toEqual(counts);
    reader.engine = engine;
    return counts;
  };
}
