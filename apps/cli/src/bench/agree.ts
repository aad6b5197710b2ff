/** One page of an answer. */
export interface Answer {
  /** How many answer in all; a window tells nothing beyond the last page. */
  readonly total: number;
  /** Who is on the page, in order. */
  readonly ids: readonly string[];
}

/** Both orders end with the id: no tie leaves a choice. @throws Error when two answers to one question differ, for a search that finds others is not compared, however quick. */
export function agree(what: string, question: { readonly page: number }, ours: Answer, byHand: Answer): void {
  const fail = (words: string) => new Error(`${what}: ${words} for ${JSON.stringify(question)}`);
  const length = Math.max(ours.ids.length, byHand.ids.length);
  const first = Array.from({ length }, (_, at) => at).find((at) => ours.ids[at] !== byHand.ids[at]);
  if (first !== undefined) throw fail(`place ${first + 1} of page ${question.page} is ${ours.ids[first] ?? 'empty'}, by hand ${byHand.ids[first] ?? 'empty'}`);
  if (ours.total !== byHand.total && (length > 0 || question.page === 1)) throw fail(`${ours.total} found, ${byHand.total} by hand`);
}
