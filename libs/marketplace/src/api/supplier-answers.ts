import { Injectable } from '@nestjs/common';
import { type Id, NotFound, ReadModels, type Receipt, Streams } from '#kernel';
import { supplierNow } from '../projections/rows-now.js';
import { SupplierDirectory } from '../projections/supplier-directory.js';
import { type SupplierView, supplierView } from './supplier.view.js';

const READ = ['marketplace.suppliers', 'marketplace.activities'];

/** What is answered after a supplier changed: the directory, or the log when the directory is late. */
@Injectable()
export class SupplierAnswers {
  constructor(
    private readonly directory: SupplierDirectory,
    private readonly readModels: ReadModels,
    private readonly streams: Streams,
  ) {}

  /** Some kinds of companies are never suppliers [marche/SUP-01]: said before anything is written. */
  async known(id: Id | null): Promise<Id> {
    if (!id || !((await this.directory.one(id)) ?? (await supplierNow(this.streams, id)))) throw new NotFound('marketplace/unknown-supplier');
    return id;
  }

  async of(receipt: Receipt, id: Id): Promise<SupplierView> {
    const caughtUp = await this.readModels.caughtUp(receipt, READ);
    const row = await (caughtUp ? this.directory.one(id) : supplierNow(this.streams, id));
    if (!row) throw new NotFound('marketplace/unknown-supplier');
    return supplierView(row, !caughtUp);
  }
}
