/** `--name value`, `--name=value` and `--name` alone, and the words that are neither. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}

export const readArguments = (args: readonly string[]): Arguments => {
  const words: string[] = [];
  const options: Record<string, string> = {};
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    const [, name, inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (!name) words.push(word);
    else options[name] = inline ?? (args[at + 1]?.startsWith('--') ? '' : (args[++at] ?? ''));
  }
  return { words, options };
};
