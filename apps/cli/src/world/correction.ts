import { fictionalNir } from './people.js';
import type { WorldPlan } from './plan.js';
import type { Player } from './playing.js';
import { memberOf, type Stage } from './stage.js';

const NOBODYS_NUMBER = 999_001;

/** One number that a prescriber asks to correct, for the team to answer. */
export const askCorrection = async (stage: Stage, { stories }: WorldPlan, player: Player): Promise<void> => {
  const story = stories.findLast(({ sender, person }) => sender?.authorised && person.input.nir && player.candidateId(person));
  if (!story?.sender || !stage.corrections) return;
  const { person, sender } = story;
  const nir = fictionalNir(person.input.title === 'M' ? 'M' : 'F', person.input.birthDate, NOBODYS_NUMBER);
  const justification = 'Deux chiffres ont été intervertis à la saisie : le numéro a été relu avec la personne sur son attestation de droits.';
  const candidateId = player.candidateId(person)!;
  await stage.corrections.ask(candidateId, { nir, justification }, stage.context(memberOf(sender), 'nir-correction', candidateId));
};
