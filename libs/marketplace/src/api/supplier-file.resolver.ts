import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { RequiresRole } from '#kernel/api';
import { sectorOf } from '#reference';
import { SupplierDirectory } from '../projections/supplier-directory.js';
import { SupplierSearch } from '../projections/supplier-search.js';
import { services } from './services.js';
import { supplierQuestion } from './supplier-question.js';
import { SupplierFilter } from './supplier.inputs.js';
import { supplierKindLabel } from './supplier-ref.view.js';

/** More than anybody reads line by line, and little enough to be made while one waits. */
const FILE_LIMIT = 1000;

@ObjectType('SupplierLine')
export class SupplierLineView {
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => String) siret!: string;
  @Field(() => String) address!: string;
  @Field(() => String) postCode!: string;
  @Field(() => String) city!: string;
  @Field(() => [String]) services!: string[];
  @Field(() => [String]) sectors!: string[];
}
@ObjectType('SupplierFile')
export class SupplierFileView {
  @Field(() => Int, { description: 'How many answer; the file holds the first of them, up to `limit`.' }) total!: number;
  @Field(() => Int) limit!: number;
  @Field(() => [SupplierLineView]) items!: SupplierLineView[];
}

/** The results of a search to take away: signed-in people only, and nobody's contact [marche/SRCH-40]. */
@Resolver()
export class SupplierFileResolver {
  constructor(
    private readonly search: SupplierSearch,
    private readonly directory: SupplierDirectory,
  ) {}

  @RequiresRole('prescriber', 'employer', 'candidate', 'inspector', 'staff', 'buyer', 'supplier')
  @Query(() => SupplierFileView)
  async suppliersFile(@Args('filter', { type: () => SupplierFilter, nullable: true }) filter: SupplierFilter | null): Promise<SupplierFileView> {
    const { total, items } = await this.search.find(supplierQuestion(filter ?? {}, 1).question, FILE_LIMIT);
    const cards = await this.directory.cards(items.map(({ id }) => id));
    const lines = items.flatMap(({ id }) => {
      const row = cards.get(id);
      if (!row) return [];
      const { name, kind, siret, address, postCode, city } = row;
      const sectors = row.sectors.flatMap((code) => sectorOf(code)?.label ?? []);
      return { ...{ name, kind, kindLabel: supplierKindLabel(kind), siret, address, postCode, city }, services: services(kind, row.prestaTypes), sectors };
    });
    return { total, limit: FILE_LIMIT, items: lines };
  }
}
