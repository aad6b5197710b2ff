import { addDays, addYears, ageOn, type Day } from '#kernel';
import type { Commune } from '#reference';
import type { CandidateInput } from '../../../../libs/identity/src/domain/candidate-input.js';
import { nirKey } from '../../../../libs/identity/src/domain/nir.js';
import { inventName, MARKER } from './names.js';
import type { Places } from './places.js';
import { AGES, MEN } from './proportions.js';
import type { Random } from './random.js';

export interface PlannedPerson {
  readonly number: number;
  readonly input: CandidateInput;
  readonly commune: Commune;
  /** Criteria that are true of the person, enough for any employer to diagnose. */
  readonly criteria: readonly string[];
}

const YEARS: Readonly<Record<keyof typeof AGES, readonly [number, number]>> = { young: [18, 25], grown: [26, 49], senior: [50, 62] };

export const planPerson = (random: Random, places: Places, number: number, today: Day): PlannedPerson => {
  const chance = random.copy();
  const { input, commune } = fileOf(random, places, number, today);
  return new Remade(number, commune, criteriaOf(random, ageOn(input.birthDate, today), input), { chance, places, today });
};

/** A person whose file is made again, out of the same chance, whenever it is asked for: those of a whole country would fill the memory. */
class Remade implements PlannedPerson {
  constructor(
    readonly number: number,
    readonly commune: Commune,
    readonly criteria: readonly string[],
    private readonly from: { readonly chance: Random; readonly places: Places; readonly today: Day },
  ) {}

  get input(): CandidateInput {
    const { chance, places, today } = this.from;
    return fileOf(chance.copy(), places, this.number, today).input;
  }
}

const fileOf = (random: Random, places: Places, number: number, today: Day): { readonly input: CandidateInput; readonly commune: Commune } => {
  const sex = random.chance(MEN) ? 'M' : 'F';
  const [youngest, oldest] = YEARS[random.weighted(AGES)];
  const birthDate = addDays(addYears(today, -random.between(youngest, oldest) - 1), random.between(1, 364));
  const commune = places.commune(random);
  const { address, postCode, city, insee } = places.location(random, commune);
  const name = inventName(random, sex);
  const hasNir = random.chance(0.93);
  const franceTravail = random.weighted({ known: 0.85, FORGOTTEN: 0.05, NOT_REGISTERED: 0.1 });
  const input: CandidateInput = {
    title: sex === 'M' ? 'M' : 'MME',
    ...name,
    birthDate,
    ...(hasNir ? { nir: fictionalNir(sex, birthDate, number) } : { nirReason: 'NO_NIR' }),
    ...(franceTravail === 'known' ? { franceTravailId: `${String(number).padStart(7, '0')}Z` } : { franceTravailReason: franceTravail }),
    email: `personne-${number}@${MARKER}.example`,
    phone: `01990${String(number % 100_000).padStart(5, '0')}`,
    address: `${address} (${MARKER})`,
    ...{ postCode, city, insee },
    qpv: random.chance(0.18),
    zrr: commune.population < 2000 && random.chance(0.4),
  };
  return { input, commune };
};

/** Born abroad in a country without a code: the key is right, the person cannot exist. */
export const fictionalNir = (sex: 'F' | 'M', birthDate: Day, number: number): string => {
  const thirteen = `${sex === 'M' ? 1 : 2}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}99${String(number % 1_000_000).padStart(6, '0')}`;
  return thirteen + nirKey(thirteen);
};

const criteriaOf = (random: Random, age: number, { qpv, zrr }: CandidateInput): readonly string[] => {
  const level1 = random.chance(0.75) ? [random.pick(['RSA', 'RSA', 'DETLD', 'DETLD', 'ASS', 'AAH'])] : [];
  const situation = [...(age < 26 ? ['JEUNE'] : age >= 50 ? ['SENIOR'] : []), ...(qpv ? ['QPV'] : []), ...(zrr ? ['ZRR'] : [])];
  const others = random.some(['CAP_BEP', 'TH', 'PI', 'PSH_PR', 'REF_DA', 'FLE', 'PM', ...(level1.includes('DETLD') ? [] : ['DELD'])], level1.length ? random.between(0, 2) : 3);
  return [...level1, ...situation, ...others];
};
