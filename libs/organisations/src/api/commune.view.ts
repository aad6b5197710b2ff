import { Field, Float, ObjectType } from '@nestjs/graphql';
import { type Commune, departmentOf } from '#reference';

@ObjectType('Commune')
export class CommuneView {
  @Field(() => String) insee!: string;
  @Field(() => String) name!: string;
  @Field(() => [String]) postCodes!: readonly string[];
  @Field(() => String) department!: string;
  @Field(() => String) departmentName!: string;
  @Field(() => Float) lat!: number;
  @Field(() => Float) lon!: number;
  @Field(() => Boolean, { description: 'The point was taken from neighbouring communes.' }) approximate!: boolean;
}

export const communeView = ({ insee, name, postCodes, department, lat, lon, approximate }: Commune): CommuneView => ({
  insee,
  name,
  postCodes,
  department,
  departmentName: departmentOf(department)?.label ?? department,
  lat,
  lon,
  approximate,
});
