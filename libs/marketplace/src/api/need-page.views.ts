import { Field, Int, ObjectType } from '@nestjs/graphql';
import { NeedSupplierView } from './need-supplier.views.js';
import { NeedView } from './need.views.js';
import { SupplierRefView } from './supplier-ref.view.js';

@ObjectType('NeedStatusCount')
export class NeedStatusCountView {
  @Field(() => String) status!: string;
  @Field(() => Int) count!: number;
}
@ObjectType('NeedKindCount')
export class NeedKindCountView {
  @Field(() => String) kind!: string;
  @Field(() => Int) count!: number;
}
@ObjectType('NeedPage')
export class NeedPageView {
  @Field(() => [NeedView]) items!: NeedView[];
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => Int) total!: number;
  @Field(() => [NeedStatusCountView]) counts!: NeedStatusCountView[];
  @Field(() => [NeedKindCountView], { description: 'Of receivedNeeds: open needs nobody of my organisation has opened, whatever is asked here.' }) unread!: NeedKindCountView[];
}
@ObjectType('NeedSupplierPage')
export class NeedSupplierPageView {
  @Field(() => [NeedSupplierView]) items!: NeedSupplierView[];
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => Int) total!: number;
  @Field(() => [NeedStatusCountView], { description: 'By answer: matched when there is none.' }) counts!: NeedStatusCountView[];
  @Field(() => Int, { description: 'How many have opened the need, whatever they answered.' }) viewed!: number;
}
@ObjectType('MatchPreview')
export class MatchPreviewView {
  @Field(() => Int) total!: number;
  @Field(() => [SupplierRefView], { description: 'The first 20 by name.' }) sample!: SupplierRefView[];
}
