import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { isSocialClauseKind, supplierFamily } from '#reference';
import type { SupplierRow } from '../projections/supplier.row.js';
import { ActivityView, activityView } from './activity.view.js';
import { services } from './services.js';
import { supplierKindLabel } from './supplier-ref.view.js';

@ObjectType('Supplier')
export class SupplierView {
  readonly row!: SupplierRow;
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => String) family!: string;
  @Field(() => String) siret!: string;
  @Field(() => String) address!: string;
  @Field(() => String) postCode!: string;
  @Field(() => String) city!: string;
  @Field(() => String) department!: string;
  @Field(() => Float, { nullable: true }) lat!: number | null;
  @Field(() => Float, { nullable: true }) lon!: number | null;
  @Field(() => Boolean, { description: 'Eligible to the social clause of public contracts.' }) socialClause!: boolean;
  @Field(() => String, { nullable: true }) presentation!: string | null;
  @Field(() => Boolean, { description: 'Out of the directory: only the team and the supplier itself still read it.' }) delisted!: boolean;
  @Field(() => [ActivityView]) activities!: ActivityView[];
  @Field(() => [String]) services!: string[];
  @Field(() => Boolean, { description: 'The read models had not caught up with the command.' }) behind!: boolean;
}

export const supplierView = (row: SupplierRow, behind = false): SupplierView => {
  const { id, name, kind, siret, address, postCode, city, department, lat, lon, presentation, delisted } = row;
  return {
    ...{ row, behind },
    ...{ id, name, kind, kindLabel: supplierKindLabel(kind), family: supplierFamily(kind), siret, address, postCode, city, department, lat, lon, presentation, delisted },
    ...{ socialClause: isSocialClauseKind(kind), services: services(kind, row.prestaTypes), activities: row.activities.flatMap((activity) => activityView(activity, city)) },
  };
};
