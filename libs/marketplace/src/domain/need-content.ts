import { type Day, InvalidInput } from '#kernel';
import { RESPONSE_KINDS } from '#reference';
import type { NeedContent, NeedKind, NeedPlace } from '../contract.js';
import { missingWords, whereAndWhat, words } from './need-words.js';
import { type Problem, when } from './problems.js';
import { isEmail, isLink, isPhone, type Reaching } from './reaching.js';

/** What was typed. The description and how to reach the buyer go to the vault. */
export interface WrittenNeed {
  readonly place: NeedPlace;
  readonly content: NeedContent;
  readonly description: string | null;
  readonly reaching: Reaching;
}

const wrong = (given: string | null, right: (text: string) => boolean): boolean => given !== null && !right(given);

const unreachable = ({ email, phone, link }: Reaching): readonly Problem[] => [
  ...when(wrong(email, isEmail), 'email', 'marketplace/email-malformed'),
  ...when(wrong(phone, isPhone), 'phone', 'marketplace/phone-malformed'),
  ...when(wrong(link, isLink), 'link', 'marketplace/link-malformed'),
];

/** What can be read is right, even in a draft. */
const malformed = ({ place: { needKind }, content, reaching }: WrittenNeed): readonly Problem[] => [
  ...when(content.anonymous && needKind !== 'PROJ', 'anonymous', 'marketplace/anonymous-kind'),
  ...when(content.responseKinds.some((kind) => !RESPONSE_KINDS.some(({ code }) => code === kind)), 'responseKinds', 'marketplace/response-missing'),
  ...unreachable(reaching),
];

/** The deadline is today at the earliest and not after the start. */
const dates = ({ content: { deadline, startsOn } }: WrittenNeed, today: Day): readonly Problem[] => [
  ...when(deadline < today, 'deadline', 'marketplace/deadline-past'),
  ...when(startsOn !== null && deadline > startsOn, 'deadline', 'marketplace/deadline-after-start'),
];

/** Each way of answering has what it needs; an anonymous buyer is not answered, it calls back [marche/NEED-20]. */
const answers = (needKind: NeedKind, content: NeedContent, { email, phone, link }: Reaching): readonly Problem[] => {
  const by = (kind: string) => !content.anonymous && content.responseKinds.some((each) => each === kind);
  return [
    ...when(!content.anonymous && content.responseKinds.length === 0, 'responseKinds', 'marketplace/response-missing'),
    ...when(by('EMAIL') && !email, 'email', 'marketplace/response-email'),
    ...when(by('TEL') && !phone, 'phone', 'marketplace/response-phone'),
    ...when((by('EXTERN') || needKind === 'TENDER') && !link, 'link', 'marketplace/response-link'),
    ...when(needKind === 'TENDER' && link !== null && !by('EXTERN'), 'responseKinds', 'marketplace/response-tender'),
  ];
};

const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new InvalidInput(problems);
};

/** A draft may be little more than a title; what it does say is right. @throws InvalidInput naming each field */
export const checkDraft = (written: WrittenNeed): void => refuse([...words(written), ...whereAndWhat(written), ...malformed(written)]);

/** What the team receives is whole. @throws InvalidInput naming each field */
export const checkNeed = (written: WrittenNeed, today: Day): void =>
  refuse([...words(written), ...missingWords(written), ...whereAndWhat(written), ...dates(written, today), ...malformed(written), ...answers(written.place.needKind, written.content, written.reaching)]);

/** How to reach the buyer of a need that asks to be answered in these ways. @throws InvalidInput naming each field */
export const checkReaching = (needKind: NeedKind, content: NeedContent, reaching: Reaching): void => refuse([...unreachable(reaching), ...answers(needKind, content, reaching)]);
