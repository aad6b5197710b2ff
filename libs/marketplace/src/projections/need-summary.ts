import { addDays, type Database, type Day, type Id } from '#kernel';
import type { NeedSummary, Targeted } from '../contract.js';
import { DAYS_TO_MODIFY } from '../domain/moderation.js';
import { isClosed } from '../domain/status.js';

const COLUMNS = `n.id as "needId", n.buyer_id as "buyerId", n.author, n.kind, n.title, n.sectors, n.whole_france as "wholeFrance", n.place, n.anonymous,
  case when n.share_amount then n.bracket end as bracket, case when n.share_amount then n.exact_amount end as "exactAmount", n.status, n.deadline, n.matched, n.interested,
  n.moderation_id as "moderationId", n.sent_back_on as "sentBackOn", n.buyer_said is not null as "buyerAnswered"`;

export const needSummary = async (database: Database, id: Id, today: Day): Promise<NeedSummary | null> => {
  const found = await database.one<Omit<NeedSummary, 'modifyBefore' | 'closed'> & { readonly sentBackOn: Day | null }>(`select ${COLUMNS} from read.marketplace_need n where n.id = $1::uuid`, [id]);
  if (!found) return null;
  const { sentBackOn, ...summary } = found;
  return { ...summary, closed: isClosed(summary.deadline, today), modifyBefore: sentBackOn && addDays(sentBackOn, DAYS_TO_MODIFY) };
};

export const targetedSupplier = (database: Database, needId: Id, supplierId: Id): Promise<Targeted | null> =>
  database.one<Targeted>(
    `select s.name, s.contact_id as "contactId", r.relation_id as "relationId", (r.interested_on is not null or r.declined_on is not null) as answered, coalesce(r.viewed_on, r.link_opened_on) is not null as seen
       from read.marketplace_need_supplier r join read.marketplace_supplier s on s.id = r.supplier_id and not s.delisted where r.need_id = $1::uuid and r.supplier_id = $2::uuid and r.withdrawn_on is null`,
    [needId, supplierId],
  );
