import { Field, ID, ObjectType } from '@nestjs/graphql';
import { labelOf, SUPPLIER_KINDS } from '#reference';
import type { SupplierRow } from '../projections/supplier.row.js';

@ObjectType('SupplierRef')
export class SupplierRefView {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => String, { nullable: true }) city!: string | null;
}

export const supplierKindLabel = (kind: string): string => labelOf(SUPPLIER_KINDS, kind);

export const supplierRef = ({ id, name, kind, city }: Pick<SupplierRow, 'id' | 'name' | 'kind' | 'city'>): SupplierRefView => ({ id, name, kind, kindLabel: supplierKindLabel(kind), city });
/** A supplier whose row is not there yet. */
export const unknownSupplier = (id: string): SupplierRefView => ({ id, name: 'Fournisseur', kind: '', kindLabel: '', city: null });
