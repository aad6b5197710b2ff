import { type Day, InvalidInput } from '#kernel';
import { bracketOf, NEED_KINDS, perimeterOf, RESPONSE_KINDS, sectorOf } from '#reference';
import type { NeedContent, NeedPlace } from '../contract.js';
import { reachesSomebody } from './open-words.js';

/** What was typed, with what the vault holds of it told apart from what is missing. */
export interface WrittenNeed {
  readonly place: NeedPlace;
  readonly content: NeedContent;
  readonly has: { readonly description: boolean; readonly email: boolean; readonly phone: boolean; readonly link: boolean };
}
type Problem = { readonly field: string; readonly code: string; readonly facts?: Readonly<Record<string, unknown>> };
const when = (wrong: boolean, field: string, code: string, facts?: Readonly<Record<string, unknown>>): readonly Problem[] => (wrong ? [{ field, code, ...(facts && { facts }) }] : []);

const MAX_TITLE = 255;
const MAX_QUESTIONS = 10;

const words = ({ content, has }: WrittenNeed): readonly Problem[] => [
  ...when(!content.title, 'title', 'marketplace/title-missing'),
  ...when(content.title.length > MAX_TITLE, 'title', 'marketplace/text-too-long', { max: MAX_TITLE }),
  ...when(reachesSomebody(content.title), 'title', 'marketplace/contact-in-open-words'),
  ...when(!has.description, 'description', 'marketplace/description-missing'),
  ...when(content.questions.length > MAX_QUESTIONS, 'questions', 'marketplace/too-many-questions', { max: MAX_QUESTIONS }),
  ...when(content.questions.some(reachesSomebody), 'questions', 'marketplace/contact-in-open-words'),
];

const whereAndWhat = ({ place: { needKind, sectors, bracket }, content: { wholeFrance, place } }: WrittenNeed): readonly Problem[] => [
  ...when(!NEED_KINDS.some(({ code }) => code === needKind), 'kind', 'marketplace/need-kind'),
  ...when(!wholeFrance && place === null, 'place', 'marketplace/place-missing'),
  ...when(place !== null && !perimeterOf(place), 'place', 'marketplace/place-unknown'),
  ...when(sectors.some((sector) => !sectorOf(sector)), 'sectors', 'marketplace/sector-unknown'),
  ...when(bracket !== null && !bracketOf(bracket), 'amount', 'marketplace/bracket-unknown'),
];

/** The deadline is today at the earliest and not after the start [marche/NEED-20] for how to answer. */
const datesAndAnswers = ({ place: { needKind }, content, has }: WrittenNeed, today: Day): readonly Problem[] => {
  const by = (kind: string) => content.responseKinds.some((each) => each === kind);
  return [
    ...when(content.deadline < today, 'deadline', 'marketplace/deadline-past'),
    ...when(content.startsOn !== null && content.deadline > content.startsOn, 'deadline', 'marketplace/deadline-after-start'),
    ...when(content.anonymous && needKind !== 'PROJ', 'anonymous', 'marketplace/anonymous-kind'),
    ...when(!content.anonymous && content.responseKinds.length === 0, 'responseKinds', 'marketplace/response-missing'),
    ...when(content.responseKinds.some((kind) => !RESPONSE_KINDS.some(({ code }) => code === kind)), 'responseKinds', 'marketplace/response-missing'),
    ...when(by('EMAIL') && !has.email, 'email', 'marketplace/response-email'),
    ...when(by('TEL') && !has.phone, 'phone', 'marketplace/response-phone'),
    ...when((by('EXTERN') || needKind === 'TENDER') && !has.link, 'link', 'marketplace/response-link'),
    ...when(needKind === 'TENDER' && has.link && !by('EXTERN'), 'responseKinds', 'marketplace/response-tender'),
  ];
};

/** A draft is held to the same form as a need that is published. @throws InvalidInput naming each field */
export const checkNeed = (written: WrittenNeed, today: Day): void => {
  const problems = [...words(written), ...whereAndWhat(written), ...datesAndAnswers(written, today)];
  if (problems.length > 0) throw new InvalidInput(problems);
};
