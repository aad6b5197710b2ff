/** Where it broke, without the message: drivers and parsers quote values in theirs. */
export const describeError = (error: unknown): { name: string; code?: unknown; at: readonly string[] } => {
  const thrown = error instanceof Error ? error : new Error(typeof error);
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());
  return { name: thrown.name, ...('code' in thrown ? { code: thrown.code } : {}), at: frames };
};
