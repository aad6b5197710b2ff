const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Every column of a row under the name its entity gives it, e.g. `columns(NeedEntity, 'n')`. */
export const columns = ({ properties }: { readonly properties: object }, alias: string): string =>
  Object.keys(properties)
    .map((name) => `${alias}.${snake(name)} as "${name}"`)
    .join(', ');

/** The same as one JSON object. */
export const jsonOf = ({ properties }: { readonly properties: object }, alias: string): string =>
  `json_build_object(${Object.keys(properties).map((name) => `'${name}', ${alias}.${snake(name)}`).join(', ')})`;
