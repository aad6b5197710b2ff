import { type Day, InvalidInput } from '#kernel';
import { RESPONSE_KINDS } from '#reference';
import type { NeedContent, NeedPlace } from '../contract.js';
import { whereAndWhat, words } from './need-words.js';
import { type Problem, when } from './problems.js';

/** What was typed, with what the vault holds of it told apart from what is missing. */
export interface WrittenNeed {
  readonly place: NeedPlace;
  readonly content: NeedContent;
  readonly has: { readonly description: boolean; readonly email: boolean; readonly phone: boolean; readonly link: boolean };
}

/** The deadline is today at the earliest and not after the start; how to answer has what it needs [marche/NEED-20]. */
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
