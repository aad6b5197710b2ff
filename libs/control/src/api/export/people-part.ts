import { randomBytes } from 'node:crypto';
import type { ReadHistory } from '../hire-reader.js';

/** The names stand apart: taken out, the rest still verifies. The salt keeps their digest from telling who it was. */
export const peopleOf = ({ row, names: { accounts, organisations }, view }: ReadHistory) => ({
  salt: randomBytes(16).toString('hex'),
  candidate: { id: row.candidateId, name: view.hire.candidate.displayName },
  professionals: [...accounts].map(([id, { firstName, lastName }]) => ({ id, name: `${firstName} ${lastName}` })),
  organisations: [...organisations].map(([id, { name, kind }]) => ({ id, name, kind })),
});
