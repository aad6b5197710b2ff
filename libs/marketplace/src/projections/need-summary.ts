import { addDays, type Database, type Day, type Id } from '#kernel';
import type { NeedSummary } from '../contract.js';
import { DAYS_TO_MODIFY } from '../domain/moderation.js';

const COLUMNS = `n.id as "needId", n.buyer_id as "buyerId", n.author, n.title, n.status, n.deadline, n.matched, n.interested, n.moderation_id as "moderationId", n.sent_back_on as "sentBackOn"`;

export const needSummary = async (database: Database, id: Id): Promise<NeedSummary | null> => {
  const found = await database.one<Omit<NeedSummary, 'modifyBefore'> & { readonly sentBackOn: Day | null }>(`select ${COLUMNS} from read.marketplace_need n where n.id = $1::uuid`, [id]);
  if (!found) return null;
  const { sentBackOn, ...summary } = found;
  return { ...summary, modifyBefore: sentBackOn && addDays(sentBackOn, DAYS_TO_MODIFY) };
};
