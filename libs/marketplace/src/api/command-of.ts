import { type Actor, type CommandContext, type Id, InvalidInput, isId } from '#kernel';

const MAX_TEXT = 5000;

/** The context of a form's command; ids and texts that cannot be are refused field by field. */
export const commandOf = (
  command: Id,
  actor: Actor,
  given: { readonly ids?: Record<string, string | null | undefined>; readonly texts?: Record<string, string | null | undefined> } = {},
): CommandContext => {
  const badIds = Object.entries({ command, ...given.ids }).filter(([, id]) => id !== null && id !== undefined && !isId(id));
  const longTexts = Object.entries(given.texts ?? {}).filter(([, text]) => (text?.length ?? 0) > MAX_TEXT);
  const problems = [
    ...badIds.map(([field]) => ({ field, code: 'marketplace/malformed-id' })),
    ...longTexts.map(([field]) => ({ field, code: 'marketplace/text-too-long', facts: { max: MAX_TEXT } })),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
  return { command, actor };
};

export const pageOf = (page: number): number => {
  if (!(page >= 1 && page <= 10_000)) throw new InvalidInput([{ field: 'page', code: 'marketplace/unknown-page' }]);
  return page;
};
