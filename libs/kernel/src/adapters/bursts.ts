const quiet = (): Promise<null> => new Promise((resolve) => setImmediate(() => resolve(null)));

/** What comes one by one, grouped: as many as have arrived, at most `size`. Nothing waits for a group to fill. */
export async function* inBursts<T>(source: AsyncIterable<T>, size: number): AsyncIterable<readonly T[]> {
  const items = source[Symbol.asyncIterator]();
  const take = () => {
    const next = items.next();
    next.catch(() => {});
    return next;
  };
  try {
    for (let next = take(); ; ) {
      const first = await next;
      if (first.done) return;
      const burst = [first.value];
      next = take();
      while (burst.length < size) {
        const more = await Promise.race([next, quiet()]).catch(() => null);
        if (!more || more.done) break;
        burst.push(more.value);
        next = take();
      }
      yield burst;
    }
  } finally {
    void items.return?.();
  }
}
