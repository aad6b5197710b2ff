import type { FiguresQuery } from '../shared/graphql/generated/graphql';
import { parisDay } from '../shared/format';

type Figures = FiguresQuery['figures'];
type Params = Readonly<Record<string, string | null | undefined>>;

const written = (params: Params): string =>
  Object.entries(params)
    .flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`] : []))
    .join('&');
/** Nothing is left to the day it is opened: months, place, moment and definitions are all named. */
const pinned = (f: Figures) => ({ asOf: f.validAt ?? parisDay(new Date(f.asOf)), knownAt: f.knownAt ?? f.asOf });

/** The page that shows these very figures again. */
export const pagePath = (f: Figures, kind: string, publicView: boolean): string => {
  const { asOf, knownAt } = pinned(f);
  const { region, department } = f.scope;
  return `/chiffres?${written({ region, departement: department, type: kind, du: f.from, au: f.to, le: asOf, instant: knownAt, vue: publicView ? 'publique' : null, definitions: f.definitions })}`;
};
/** The same as data, for programs: its ETag is the fingerprint. */
export const dataPath = (f: Figures, kind: string, publicView: boolean): string => {
  const { region, department } = f.scope;
  return `/api/figures?${written({ region, department, kind, from: f.from, to: f.to, ...pinned(f), asPublic: publicView ? 'true' : null, definitions: f.definitions })}`;
};

/** Definitions a link was made with that are no longer those of the figures: « APP-05 (version 1 dans le lien, 2 ici) ». */
export const changedSince = (linked: string, f: Figures): readonly string[] => {
  const now = new Map(f.definitions.split(',').map((each) => each.split(':') as [string, string]));
  return linked.split(',').flatMap((each) => {
    const [id = '', version = ''] = each.split(':');
    return id && now.get(id) !== version ? [`${id} (version ${version} dans le lien, ${now.get(id) ?? 'retirée'} ici)`] : [];
  });
};
