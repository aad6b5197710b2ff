import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Organisation } from '../contract.js';

/** An employer named in something else. */
@ObjectType('EmployerRef')
export class EmployerRefView {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) kind!: string;
  @Field(() => String, { nullable: true }) city!: string | null;
}

export const employerRef = ({ id, name, kind, city }: Organisation): EmployerRefView => ({ id, name, kind, city });

/** The employer of a row whose read model has not caught up yet. */
export const unknownEmployer = (id: string, kind = ''): EmployerRefView => ({ id, name: 'Employeur', kind, city: null });
