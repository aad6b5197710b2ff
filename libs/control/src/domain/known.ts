import { addYears, type Day, type Id, type RecordedEvent } from '#kernel';
import { type ApprovalsEvent, displayNumber } from '#approvals';
import type { HiringEvent } from '#hiring';
import { asHistory, type HistoryEvent } from './history-events.js';
import { authorLabel, criteriaLabels, type KnownFact, shortDay, statusLabel } from './french.js';

type Data<T extends HistoryEvent['type']> = Extract<HistoryEvent, { type: T }>['data'];
interface HeldPass {
  readonly number: string | null;
  readonly start: Day;
  readonly end: Day;
}
interface Diagnosis {
  readonly data: Data<'hiring.EligibilityDiagnosed'>;
  readonly endsOn: Day;
}

/** What the platform knew at one moment. */
export interface Known {
  readonly status: string | null;
  readonly submitted: Data<'hiring.ApplicationSubmitted'> | null;
  readonly accepted: Data<'hiring.ApplicationAccepted'> | null;
  readonly passes: Readonly<Record<Id, HeldPass>>;
  readonly diagnoses: Readonly<Record<Id, Diagnosis>>;
  readonly file: { readonly nir: string; readonly franceTravail: string } | null;
}
const NOTHING: Known = { status: null, submitted: null, accepted: null, passes: {}, diagnoses: {}, file: null };

const STATUS: Readonly<Partial<Record<HiringEvent['type'], string>>> = {
  'hiring.ApplicationSubmitted': 'new',
  'hiring.ApplicationPutUnderStudy': 'processing',
  'hiring.ApplicationPostponed': 'postponed',
  'hiring.ApplicationAddedToPool': 'pool',
  'hiring.ApplicationAccepted': 'accepted',
  'hiring.ApplicationRefused': 'refused',
  'hiring.ApplicationMadeObsolete': 'obsolete',
  'hiring.HireCancelled': 'cancelled',
};

const passes = (known: Known, { type, data }: ApprovalsEvent): Known['passes'] => {
  const now = known.passes[data.passId];
  switch (type) {
    case 'approvals.PassGranted':
      return { ...known.passes, [data.passId]: { number: null, start: data.start, end: data.end } };
    case 'approvals.PassStartMoved':
      return now ? { ...known.passes, [data.passId]: { ...now, start: data.start, end: data.end } } : known.passes;
    case 'approvals.PassNumbered':
      return now ? { ...known.passes, [data.passId]: { ...now, number: data.number } } : known.passes;
    case 'approvals.PassCancelled':
      return Object.fromEntries(Object.entries(known.passes).filter(([id]) => id !== data.passId));
    default:
      return known.passes;
  }
};

const learn = (known: Known, event: HistoryEvent): Known => {
  const status = STATUS[event.type as HiringEvent['type']] ?? known.status;
  switch (event.type) {
    case 'identity.CandidateRegistered':
    case 'identity.CandidateChanged':
      return { ...known, file: event.data };
    case 'hiring.EligibilityDiagnosed':
      return { ...known, diagnoses: { ...known.diagnoses, [event.data.diagnosisId]: { data: event.data, endsOn: event.data.expiresOn } } };
    case 'hiring.DiagnosisReplaced': {
      const replaced = known.diagnoses[event.data.diagnosisId];
      return replaced ? { ...known, diagnoses: { ...known.diagnoses, [event.data.diagnosisId]: { ...replaced, endsOn: event.data.on } } } : known;
    }
    case 'hiring.ApplicationSubmitted':
      return { ...known, status, submitted: event.data };
    case 'hiring.ApplicationAccepted':
      return { ...known, status, accepted: event.data };
    case 'hiring.HireDatesChanged': {
      const { startsOn, endsOn } = event.data;
      return { ...known, accepted: known.accepted && { ...known.accepted, startsOn, endsOn } };
    }
    case 'hiring.HireCancelled':
      return { ...known, status, accepted: null };
    default:
      return event.type.startsWith('approvals.') ? { ...known, passes: passes(known, event as ApprovalsEvent) } : { ...known, status };
  }
};

/** What was known once the events recorded up to an instant (included) had been written. */
export const knownAt = (events: readonly RecordedEvent[], recorded: string): Known =>
  events.filter(({ meta }) => Date.parse(meta.recorded) <= Date.parse(recorded)).reduce((known, event) => learn(known, asHistory(event)), NOTHING);

const passState = ({ start, end }: HeldPass, today: Day) => (today > end ? `expiré, carence jusqu’au ${shortDay(addYears(end, 2))} inclus` : today < start ? 'pas encore commencé' : 'valide');
const latest = <T>(values: readonly T[], rank: (value: T) => string): T | undefined => [...values].sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];

/** The same in French, for the day of that instant; a diagnosis the hire rests on comes before any other. */
export const factsOf = (known: Known, today: Day): readonly KnownFact[] => {
  const { status, submitted, accepted, file } = known;
  const pass = latest(Object.values(known.passes), ({ end }) => end);
  const diagnoses = Object.values(known.diagnoses);
  const diagnosis = (accepted?.diagnosisId && known.diagnoses[accepted.diagnosisId]) || latest(diagnoses, ({ data }) => data.on);
  const identity = file && (file.nir === 'known' ? 'numéro de sécurité sociale renseigné' : file.franceTravail === 'known' ? 'identifiant France Travail renseigné, pas de numéro de sécurité sociale' : 'aucun numéro renseigné');
  const period = accepted && `à partir du ${shortDay(accepted.startsOn)}${accepted.endsOn ? ` jusqu’au ${shortDay(accepted.endsOn)}` : ''}`;
  const shown: readonly (readonly [string, string | null | undefined])[] = [
    ['Candidature', status === null ? 'Pas encore envoyée' : `${statusLabel(status)}${submitted ? `, envoyée le ${shortDay(submitted.on)}` : ''}`],
    ['Contrat', period],
    ['PASS IAE', pass ? `${pass.number ? displayNumber(pass.number) : 'sans numéro'}, du ${shortDay(pass.start)} au ${shortDay(pass.end)}, ${passState(pass, today)}` : 'Aucun'],
    ['Diagnostic d’éligibilité', diagnosis ? `${authorLabel(diagnosis.data.author)}, le ${shortDay(diagnosis.data.on)}, ${diagnosis.endsOn > today ? 'valable' : 'expiré'} (échéance ${shortDay(diagnosis.endsOn)})` : 'Aucun'],
    ['Critères retenus', diagnosis && criteriaLabels(diagnosis.data.criteria)],
    ['Identité', identity],
  ];
  return shown.flatMap(([label, value]) => (value ? [{ label, value }] : []));
};
