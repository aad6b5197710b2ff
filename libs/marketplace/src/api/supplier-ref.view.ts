import { Field, ID, ObjectType } from '@nestjs/graphql';
import { labelOf, SUPPLIER_KINDS } from '#reference';
import type { SupplierRow } from '../projections/supplier.row.js';

@ObjectType('SupplierRef')
export class SupplierRefView {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => String, { description: 'Empty when the supplier is not in the directory any more.' }) siret!: string;
  @Field(() => String, { nullable: true }) city!: string | null;
}

export const supplierKindLabel = (kind: string): string => labelOf(SUPPLIER_KINDS, kind);

export const supplierRef = ({ id, name, kind, siret, city }: Pick<SupplierRow, 'id' | 'name' | 'kind' | 'siret' | 'city'>): SupplierRefView => ({ id, name, kind, kindLabel: supplierKindLabel(kind), siret, city });
/** A supplier whose row is not there yet. */
export const unknownSupplier = (id: string): SupplierRefView => ({ id, name: 'Fournisseur', kind: '', kindLabel: '', siret: '', city: null });
