import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Id, NotFound, ReadModels, type Receipt, rowNow, Streams } from '#kernel';
import { applicationStream } from '../domain/application.state.js';
import { mayOpen } from '../projections/application-access.js';
import { ApplicationLists } from '../projections/application-lists.js';
import type { ApplicationRow } from '../projections/application.row.js';
import { applicationRows } from '../projections/applications.projection.js';
import { ApplicationPresenter } from './application-presenter.js';
import type { ApplicationView } from './application.view.js';

/** What an application's answer reads. */
const READ = ['hiring.applications', 'hiring.diagnoses', 'approvals.pass'];
const readBy = ({ entries }: Receipt) => (entries.some(({ stream }) => stream.startsWith('job-')) ? [...READ, 'organisations.jobs'] : READ);

/** The answer of a command on an application: what it did, from the log itself when the read models are late. */
@Injectable()
export class ApplicationAnswers {
  constructor(
    private readonly readModels: ReadModels,
    private readonly streams: Streams,
    private readonly lists: ApplicationLists,
    private readonly presenter: ApplicationPresenter,
    private readonly clock: Clock,
  ) {}

  async of(id: Id, receipt: Receipt, actor: Actor): Promise<ApplicationView> {
    const caughtUp = await this.readModels.caughtUp(receipt, readBy(receipt));
    const row = caughtUp ? await this.lists.one(id) : await rowNow<ApplicationRow>(this.streams, applicationRows, id, applicationStream(id));
    if (!row || !mayOpen(row, actor, this.clock.today())) throw new NotFound('hiring/unknown-application');
    return this.presenter.view(row, actor, !caughtUp);
  }
}
