/** One entry of a list that people read: the code is what events keep, the label what the screen shows. */
export interface Label {
  readonly code: string;
  readonly label: string;
}

export const labelOf = (list: readonly Label[], code: string): string => list.find((entry) => entry.code === code)?.label ?? code;

/** `labels({ A: 'Agriculture' })` keeps the order in which the entries are written. */
export const labels = (entries: Readonly<Record<string, string>>): readonly Label[] => Object.entries(entries).map(([code, label]) => ({ code, label }));
