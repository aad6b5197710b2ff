import { COMPANY_KINDS, communeOfAddress } from '#reference';
import type { CompanyKind } from '#organisations';
import { normaliseSiret } from '../../../../libs/organisations/src/domain/siret.js';

export const COLUMNS = ['siret', 'kind', 'name', 'brand', 'naf', 'address', 'post_code', 'city', 'department', 'lat', 'lon'] as const;
export type CompanyLine = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** A line of the official file as a company to register; a point that is not given stays unknown rather than guessed. */
export const companyOf = (line: CompanyLine) => ({
  siret: normaliseSiret(line.siret),
  kind: line.kind.trim() as CompanyKind,
  name: words(line.name),
  brand: words(line.brand),
  naf: line.naf.trim().replace('.', '').toUpperCase(),
  address: words(line.address),
  postCode: line.post_code.trim(),
  city: words(line.city),
  insee: communeOfAddress(line.post_code.trim(), line.city, line.department.trim())?.insee ?? null,
  department: line.department.trim(),
  lat: degrees(line.lat),
  lon: degrees(line.lon),
});

export const isCompanyKind = (kind: string): boolean => COMPANY_KINDS.some(({ code }) => code === kind);

/** A line break in a value separates words, as a space does. */
const words = (text: string): string => text.trim().replace(/\s+/g, ' ');
const degrees = (text: string): number | null => (text.trim() === '' ? null : Number(text));
