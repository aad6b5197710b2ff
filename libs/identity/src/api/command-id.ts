import { type Id, InvalidInput, isId } from '#kernel';

/** The id that a client gave its command. @throws InvalidInput */
export const commandId = (command: string): Id => {
  if (!isId(command)) throw new InvalidInput([{ field: 'command', code: 'identity/command-shape' }]);
  return command;
};
