import { bracketOf, NEED_KINDS, perimeterOf, sectorOf } from '#reference';
import type { WrittenNeed } from './need-content.js';
import { reachesSomebody } from './open-words.js';
import { type Problem, when } from './problems.js';

const MAX_TITLE = 255;
const MAX_QUESTIONS = 10;

/** What anybody may read. */
export const words = ({ content, description }: WrittenNeed): readonly Problem[] => [
  ...when(!content.title, 'title', 'marketplace/title-missing'),
  ...when(content.title.length > MAX_TITLE, 'title', 'marketplace/text-too-long', { max: MAX_TITLE }),
  ...when(reachesSomebody(content.title), 'title', 'marketplace/contact-in-open-words'),
  ...when(description !== null && reachesSomebody(description), 'description', 'marketplace/contact-in-open-words'),
  ...when(content.questions.length > MAX_QUESTIONS, 'questions', 'marketplace/too-many-questions', { max: MAX_QUESTIONS }),
  ...when(content.questions.some(reachesSomebody), 'questions', 'marketplace/contact-in-open-words'),
];

/** What a draft may do without. */
export const missingWords = ({ content: { wholeFrance, place }, description }: WrittenNeed): readonly Problem[] => [
  ...when(description === null, 'description', 'marketplace/description-missing'),
  ...when(!wholeFrance && place === null, 'place', 'marketplace/place-missing'),
];

export const whereAndWhat = ({ place: { needKind, sectors, bracket }, content: { place } }: WrittenNeed): readonly Problem[] => [
  ...when(!NEED_KINDS.some(({ code }) => code === needKind), 'kind', 'marketplace/need-kind'),
  ...when(place !== null && !perimeterOf(place), 'place', 'marketplace/place-unknown'),
  ...when(sectors.some((sector) => !sectorOf(sector)), 'sectors', 'marketplace/sector-unknown'),
  ...when(bracket !== null && !bracketOf(bracket), 'amount', 'marketplace/bracket-unknown'),
];
