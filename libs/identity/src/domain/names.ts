/** Accents, case, hyphens and doubled spaces do not make another name. */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

interface Name {
  readonly firstName: string;
  readonly lastName: string;
}

const initial = (name: string) => `${[...name.trim()][0]?.toUpperCase() ?? ''}…`;

/** What a viewer without the right to read sees of a name. */
export const maskedName = ({ firstName, lastName }: Name): Name => ({ firstName: initial(firstName), lastName: initial(lastName) });

/** Last name first, as lists sort it. */
export const displayName = ({ firstName, lastName }: Name): string => `${lastName.toLocaleUpperCase('fr')} ${firstName}`;

/** Key that orders a list and finds a name by its beginning. */
export const sortName = ({ firstName, lastName }: Name): string => `${normaliseName(lastName)} ${normaliseName(firstName)}`;
