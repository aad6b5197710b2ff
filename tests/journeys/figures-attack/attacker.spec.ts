import { describe, expect, it } from '@jest/globals';
import { bestGuess, drawing, type Game } from './attacker.js';

/** Cells of none to four others, the number shown for each as a way of masking makes it, asked as many times as there are numbers. */
const games = (seed: number, masked: (n: number, draw: () => number) => readonly number[]): readonly Game[] => {
  const draw = drawing(seed);
  return Array.from({ length: 480 }, (_, at) => {
    const [others, there] = [at % 5, draw() < 0.5];
    return { others, there, seen: new Map(masked(others + Number(there), draw).map((shown, n) => [`answer ${n}`, shown])) };
  });
};
const mean = (answers: readonly number[]) => [...answers, answers.reduce((sum, n) => sum + n, 0) / answers.length];
const STEP = 5;

describe('the attacker of the public figures', () => {
  it.each([
    ['exact numbers', (n: number) => [n]],
    ['numbers rounded without a draw', (n: number) => [STEP * Math.round(n / STEP)]],
    ['small numbers hidden, the others exact', (n: number) => [n < STEP ? 0 : n]],
    ['a draw made anew for each answer, asked forty times', (n: number, draw: () => number) => mean(Array.from({ length: 40 }, () => STEP * Math.floor(n / STEP + draw())))],
  ])('finds nearly everybody behind %s', (_, masked) => expect(bestGuess(games(7, masked))).toBeGreaterThan(0.9));

  it('is right three times out of five behind one draw for each cell, which is what a step of five leaves him', () => {
    const guesses = Array.from({ length: 8 }, (_, seed) => bestGuess(games(seed, (n, draw) => [STEP * Math.floor((n + Math.floor(STEP * draw())) / STEP)])));
    for (const right of guesses) expect(right).toBeLessThan(0.8);
  });
});
