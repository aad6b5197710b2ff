import { type Id, rowNow, type Streams } from '#kernel';
import { needStream } from '../domain/need.state.js';
import { offerStream } from '../domain/offer.decider.js';
import type { NeedSupplierRow } from './need-supplier.row.js';
import { needSuppliers, relationId } from './need-suppliers.projection.js';
import type { NeedRow } from './need.row.js';
import { needs } from './needs.projection.js';
import type { SupplierRow } from './supplier.row.js';
import { suppliers } from './suppliers.projection.js';

export const needNow = (streams: Streams, id: Id): Promise<NeedRow | null> => rowNow<NeedRow>(streams, needs, id, needStream(id));

export const relationNow = async (streams: Streams, needId: Id, supplierId: Id): Promise<NeedSupplierRow | null> => {
  const row = await rowNow<NeedSupplierRow>(streams, needSuppliers, relationId(needId, supplierId), needStream(needId));
  return row?.withdrawnOn ? null : row;
};

/** Its place comes from organisations, under either of its names there; its activities and words from its offer. */
export const supplierNow = (streams: Streams, id: Id): Promise<SupplierRow | null> => rowNow<SupplierRow>(streams, suppliers, id, `company-${id}`, `supplier-${id}`, offerStream(id));
