import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Id } from '#kernel';
import { DateTimeScalar, DayScalar } from '#kernel/api';
import type { ErasureReason } from '../domain/erasure.js';
import type { PersonToErase } from '../projections/people-to-erase.js';

@ObjectType('PersonToErase')
export class PersonToEraseView {
  @Field(() => ID) id!: Id;
  @Field(() => String, { nullable: true, description: 'candidate, professional or staff; null once erased.' }) kind!: string | null;
  @Field(() => String) displayName!: string;
  @Field(() => DayScalar, { nullable: true }) birthDate!: string | null;
  @Field(() => String, { nullable: true, description: 'Redacted: enough to recognise it.' }) email!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When this person was erased; null for somebody who still can be.' }) erasedAt!: string | null;
  @Field(() => [String], { description: 'What goes, in sentences.' }) goes!: readonly string[];
  @Field(() => [String], { description: 'What stays, without saying who the person was.' }) stays!: readonly string[];
}

@ObjectType('ErasureReason')
export class ErasureReasonView {
  @Field(() => String) code!: string;
  @Field(() => String) label!: string;
}

const REASONS: Readonly<Record<ErasureReason, string>> = {
  request: 'La personne l’a demandé',
  retention: 'La durée de conservation est écoulée',
  mistake: 'La fiche a été créée par erreur',
  order: 'Une autorité ou un tribunal l’a décidé',
};
export const erasureReasons = (): ErasureReasonView[] => Object.entries(REASONS).map(([code, label]) => ({ code, label }));

const goesOf = ({ kind, versions, texts, signsIn }: PersonToErase): readonly string[] => {
  if (!kind) return [];
  return [
    kind === 'candidate' ? 'Identité, date de naissance, numéros, adresse et coordonnées' : 'Nom et adresse e-mail',
    ...(versions > 1 ? [`Les ${versions} versions de la fiche`] : []),
    ...(texts > 0 ? [texts > 1 ? `${texts} textes écrits à cette personne ou à son sujet` : 'Un texte écrit à cette personne ou à son sujet'] : []),
    ...(kind === 'professional' ? ['Sa place parmi les membres de ses organisations'] : []),
    ...(signsIn ? ['Le compte de connexion ; la personne est déconnectée aussitôt'] : []),
  ];
};
const STAYS: Readonly<Record<string, readonly string[]>> = {
  candidate: [
    'L’histoire des candidatures, des embauches et des PASS IAE : on y lit « Personne effacée »',
    'Ce que les chiffres comptent : sexe, âge, département, critères, sans nom',
  ],
};

export const personToEraseView = (person: PersonToErase): PersonToEraseView => ({
  ...person,
  goes: goesOf(person),
  stays: person.kind ? (STAYS[person.kind] ?? ['Les décisions prises dans son organisation, sans son nom']) : [],
});
