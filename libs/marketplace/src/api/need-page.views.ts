import { Field, Int, ObjectType } from '@nestjs/graphql';
import { NeedSupplierView } from './need-supplier.views.js';
import { NeedView } from './need.views.js';
import { SupplierRefView } from './supplier-ref.view.js';

@ObjectType('NeedStatusCount')
export class NeedStatusCountView {
  @Field(() => String) status!: string;
  @Field(() => Int) count!: number;
}
@ObjectType('NeedPage')
export class NeedPageView {
  @Field(() => [NeedView]) items!: NeedView[];
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => Int) total!: number;
  @Field(() => [NeedStatusCountView]) counts!: NeedStatusCountView[];
}
@ObjectType('NeedSupplierPage')
export class NeedSupplierPageView {
  @Field(() => [NeedSupplierView]) items!: NeedSupplierView[];
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => Int) total!: number;
  @Field(() => [NeedStatusCountView]) counts!: NeedStatusCountView[];
}
@ObjectType('MatchPreview')
export class MatchPreviewView {
  @Field(() => Int) total!: number;
  @Field(() => [SupplierRefView], { description: 'The first 20 by name.' }) sample!: SupplierRefView[];
}
