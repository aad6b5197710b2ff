import { searchKey } from '#reference';

/** A name with less in common than this is another one [marche/SRCH-20]. */
const LIKE = 0.2;
/** Whoever looks for a name reads the first pages: the least alike of a great many are not looked for. */
export const NAMES_FOUND = 200;

/**
 * Ids of suppliers called like this under either of their names, with how unlike it is from 0 to 1 (`unlike`); digits may also begin a SIRET.
 * `where` holds of `s`, a supplier. The nearest first is what a GiST index of trigrams answers without reading every name.
 */
export const namedLike = (search: string, where: string, bind: (value: unknown) => string): string => {
  const digits = search.replaceAll(/\s/g, '');
  const numeric = /^\d+$/.test(digits);
  const called = bind(numeric ? digits : searchKey(search));
  const nearest = (column: string, more = '') =>
    `select id, unlike from (select s.id, s.${column} <-> ${called} as unlike from read.marketplace_supplier s where ${where}${more} order by s.${column} <-> ${called} limit ${NAMES_FOUND}) n where unlike < ${1 - LIKE}::real`;
  const numbered = numeric ? [`(select s.id, 1::real from read.marketplace_supplier s where ${where} and s.siret like ${bind(`${digits}%`)} order by s.siret limit ${NAMES_FOUND})`] : [];
  const found = [nearest('words'), nearest('legal_words', ' and s.legal_words is not null'), ...numbered];
  return `select id, min(unlike) as unlike from (${found.join(' union all ')}) f group by id`;
};
