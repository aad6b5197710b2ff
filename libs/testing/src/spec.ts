import { isDeepStrictEqual, inspect } from 'node:util';
import { type Decider, type DomainEvent, Refusal, type RuleCheck } from '#kernel';

type Check = Partial<Pick<RuleCheck, 'rule' | 'code' | 'met'>> & { readonly enough?: Readonly<Record<string, unknown>>; readonly inputs?: Readonly<Record<string, unknown>> };

export interface RefusalExpected {
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Checks that must be among those of the refusal; only the fields given are compared. */
  readonly checks?: readonly Check[];
}

interface Outcome<S, E> {
  /** Exactly these events, in this order. */
  then(...expected: readonly E[]): void;
  /** Nothing was decided. */
  thenNothing(): void;
  /** Refused with this code; facts and checks are compared on the fields given. Answers the refusal, for more questions. */
  thenRefused(code: string, expected?: RefusalExpected): Refusal;
  /** Whatever the test wants to look at: the events, and the state after them. */
  thenExpect(look: (events: readonly E[], state: S) => void): void;
}

interface Given<S, C, E> {
  when(command: C): Outcome<S, E>;
  /** The state the past leads to. */
  state(): S;
}

const show = (value: unknown) => inspect(value, { depth: 8, sorted: true, breakLength: 120 });

/** Expected and got, line by line; lines that differ are marked. */
const difference = (title: string, expected: unknown, got: unknown): Error => {
  const [want, have] = [show(expected).split('\n'), show(got).split('\n')];
  const lines = [
    ...want.filter((line) => !have.includes(line)).map((line) => `- ${line}`),
    ...have.filter((line) => !want.includes(line)).map((line) => `+ ${line}`),
  ];
  return new Error(`${title}\n\n(- expected, + got)\n${lines.join('\n')}\n\nexpected: ${want.join('\n')}\n\ngot: ${have.join('\n')}`);
};

/** Undefined properties count as absent: stored events never hold them. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const same = (a: unknown, b: unknown) => isDeepStrictEqual(plain(a), plain(b));
const includes = (whole: object, part: object) =>
  Object.entries(part).every(([key, value]) => value === undefined || same((whole as Record<string, unknown>)[key] ?? null, value));

const outcome = <S, E>(decide: () => readonly E[], stateAfter: (events: readonly E[]) => S): Outcome<S, E> => ({
  then(...expected) {
    const events = decide();
    if (!same(events, expected)) throw difference('The decision is not the one expected.', expected, events);
  },
  thenNothing() {
    const events = decide();
    if (events.length > 0) throw difference('Nothing was to be decided.', [], events);
  },
  thenRefused(code, expected = {}) {
    const refusal = refusalOf(decide);
    if (refusal.code !== code) throw difference('Refused, but not for this reason.', code, { code: refusal.code, facts: refusal.facts });
    if (expected.facts && !includes(refusal.facts, expected.facts)) throw difference('The facts of the refusal differ.', expected.facts, refusal.facts);
    for (const check of expected.checks ?? [])
      if (!refusal.checks.some((candidate) => includes(candidate, check))) throw difference('A check is missing from the refusal.', check, refusal.checks);
    return refusal;
  },
  thenExpect(look) {
    const events = decide();
    look(events, stateAfter(events));
  },
});

const refusalOf = (decide: () => unknown): Refusal => {
  let decided: unknown;
  try {
    decided = decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw difference('A refusal was expected.', 'a refusal', decided);
};

/** `spec(decider).given(…events).when(command).then(…events)` or `.thenRefused(code, …)`: a business rule on one screen, no framework needed. */
export const spec = <S, C, E extends DomainEvent>(decider: Decider<S, C, E>) => {
  const given = (...past: readonly E[]): Given<S, C, E> => {
    const fold = (events: readonly E[], from: S) => events.reduce((state, event) => decider.evolve(state, event), from);
    const state = () => fold(past, decider.initial);
    return {
      state,
      when: (command) => outcome(() => decider.decide(command, state()), (events) => fold(events, state())),
    };
  };
  return { given, when: (command: C) => given().when(command) };
};
