import type { NeedInput, NeedPartsFragment } from './generated/graphql';
import type { FieldProblem } from '../shared/graphql/errors';
import type { ComboOption } from '../shared/ui/combobox';

/** What is being written in the form of a need. */
export interface NeedDraft {
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly wholeFrance: boolean;
  readonly place: ComboOption | null;
  readonly sectors: readonly ComboOption[];
  readonly startsOn: string;
  readonly deadline: string;
  readonly amount: string;
  readonly shareAmount: boolean;
  readonly questions: readonly string[];
  readonly responseKinds: readonly string[];
  readonly anonymous: boolean;
  readonly link: string;
  readonly email: string;
  readonly phone: string;
}

export const emptyDraft: NeedDraft = {
  kind: '', title: '', description: '', wholeFrance: false, place: null, sectors: [], startsOn: '', deadline: '', amount: '', shareAmount: false,
  questions: [], responseKinds: [], anonymous: false, link: '', email: '', phone: '',
};

export const suggestedQuestions: readonly string[] = [
  'Dans quels délais pouvez-vous intervenir ?',
  'Quelle quantité ou quel volume pouvez-vous assurer ?',
  'Sur quelles zones géographiques intervenez-vous ?',
  'Quelles prestations comparables avez-vous déjà réalisées, et pour quels clients ?',
  'Pouvez-vous présenter votre structure en quelques lignes ?',
];

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

/** Each kind brings its questions, unless the author has written their own; a call for tenders is answered at its link. */
export function withKind(draft: NeedDraft, kind: string): NeedDraft {
  const untouched = !draft.questions.length || same(draft.questions, suggestedQuestions);
  return {
    ...draft,
    kind,
    questions: untouched ? (kind === 'TENDER' ? [] : suggestedQuestions) : draft.questions,
    responseKinds: kind === 'TENDER' && !draft.responseKinds.includes('EXTERN') ? [...draft.responseKinds, 'EXTERN'] : draft.responseKinds,
    anonymous: kind === 'PROJ' && draft.anonymous,
  };
}

export const draftOf = (need: NeedPartsFragment): NeedDraft => ({
  kind: need.kind, title: need.title, description: need.description, wholeFrance: need.wholeFrance, place: need.place ?? null, sectors: need.sectors,
  startsOn: need.startsOn ?? '', deadline: need.deadline, amount: need.amount?.code ?? '', shareAmount: need.shareAmount, questions: need.questions,
  responseKinds: need.responseKinds, anonymous: need.anonymous, link: need.link ?? '', email: need.contact?.email ?? '', phone: need.contact?.phone ?? '',
});

/** What the form does not show is not sent. */
export const inputOf = (draft: NeedDraft): NeedInput => {
  const anonymous = draft.kind === 'PROJ' && draft.anonymous;
  const responseKinds = anonymous ? [] : [...draft.responseKinds];
  const shown = (kind: string, text: string): string | null => (responseKinds.includes(kind) ? text.trim() || null : null);
  return {
    kind: draft.kind, title: draft.title.trim(), description: draft.description.trim(), wholeFrance: draft.wholeFrance, place: draft.wholeFrance ? null : (draft.place?.code ?? null),
    sectors: draft.sectors.map((s) => s.code), startsOn: draft.startsOn || null, deadline: draft.deadline, amount: draft.amount || null, shareAmount: !!draft.amount && draft.shareAmount,
    questions: draft.questions.map((q) => q.trim()).filter(Boolean), responseKinds, anonymous,
    link: draft.kind === 'TENDER' ? draft.link.trim() || null : shown('EXTERN', draft.link), email: shown('EMAIL', draft.email), phone: shown('TEL', draft.phone),
  };
};

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);
const isPhone = (text: string): boolean => /^\+?[\d\s.()-]+$/.test(text) && /^\d{9,15}$/.test(text.replace(/\D/g, ''));

/** What has to be corrected before the need can leave; the server checks again. */
export function problemsOf(draft: NeedDraft, today: string): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  const require = (met: unknown, field: string, message: string): void => {
    if (!met && !found.some((p) => p.field === field)) found.push({ field, code: `form/${field}`, message });
  };
  const anonymous = draft.kind === 'PROJ' && draft.anonymous;
  const answeredBy = (kind: string) => !anonymous && draft.responseKinds.includes(kind);
  require(draft.kind, 'kind', 'Choisissez la nature du besoin.');
  require(draft.title.trim(), 'title', 'Donnez un titre au besoin.');
  require(draft.description.trim(), 'description', 'Décrivez le besoin.');
  require(draft.wholeFrance || draft.place, 'place', 'Indiquez le lieu d’intervention, ou cochez « France entière ».');
  require(draft.deadline, 'deadline', 'Indiquez la date de clôture.');
  require(draft.deadline >= today, 'deadline', 'La date de clôture ne doit pas être antérieure à aujourd’hui.');
  require(!draft.startsOn || draft.deadline <= draft.startsOn, 'deadline', 'La date de clôture ne doit pas être postérieure à la date de début.');
  require(anonymous || draft.responseKinds.length, 'responseKinds', 'Choisissez au moins un moyen de vous répondre.');
  require(draft.link.trim() || draft.kind !== 'TENDER', 'link', 'Indiquez l’adresse où lire l’appel d’offres et y répondre.');
  require(draft.link.trim() || !answeredBy('EXTERN'), 'link', 'Indiquez le lien, puisque vous demandez une réponse par un lien.');
  require(!draft.link.trim() || /^https:\/\/[^\s/]+\.\S+$/.test(draft.link.trim()), 'link', 'Le lien doit commencer par https://.');
  require(draft.email.trim() || !answeredBy('EMAIL'), 'email', 'Indiquez l’adresse e-mail où répondre.');
  require(!answeredBy('EMAIL') || isEmail(draft.email.trim()), 'email', 'Écrivez une adresse e-mail complète, par exemple nom@domaine.fr.');
  require(draft.phone.trim() || !answeredBy('TEL'), 'phone', 'Indiquez le numéro de téléphone où répondre.');
  require(!answeredBy('TEL') || isPhone(draft.phone.trim()), 'phone', 'Écrivez les chiffres du numéro, par exemple 01 00 00 00 00.');
  return found;
}

/** The little that even a draft needs. */
export const problemsOfDraft = (draft: NeedDraft, today: string): readonly FieldProblem[] => problemsOf(draft, today).filter((p) => ['kind', 'title'].includes(p.field) || (p.field === 'deadline' && !draft.deadline));
