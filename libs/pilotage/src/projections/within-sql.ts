import { SIAE_KINDS } from '#organisations';
import { NEED_KINDS } from '#reference';
import type { Question } from '../domain/question.js';
import type { Values } from './engine.js';

export type Within = Pick<Question, 'from' | 'to' | 'kind' | 'region' | 'department' | 'validAt' | 'knownAt'>;
const number = (month: string) => month.replace('-', '');

/** What buyers and suppliers do has no kind of employer: a filter of employers leaves it alone. */
const OF_THE_MARKET = NEED_KINDS.map(({ code }) => code);

/** The facts a question is about. Unless a kind is asked for, figures are those of inclusion employers. */
export const withinSql = (question: Within, values: Values): string => {
  const kinds = [...(question.kind ? [question.kind] : SIAE_KINDS), ...OF_THE_MARKET];
  const { region, department, validAt, knownAt } = question;
  return [
    `month between ${values.bind(Number(number(question.from)))} and ${values.bind(Number(number(question.to)))}`,
    values.among('kind', kinds),
    ...(region ? [`region = ${values.bind(region, 'region')}`] : []),
    ...(department ? [`department = ${values.bind(department, 'department')}`] : []),
    ...(validAt ? [`day <= cast(${values.bind(validAt)} as date)`] : []),
    ...(knownAt === null ? [] : [`recorded <= cast(${values.bind(knownAt)} as bigint)`]),
  ].join('\n    and ');
};
