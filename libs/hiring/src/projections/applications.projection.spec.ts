import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#kernel';
import type { ApplicationEvent } from '../domain/application.state.js';
import { accepted, id, pathTo, place, refused, requested, submitted } from '../domain/fixtures/applications.js';
import type { ApplicationRow } from './application.row.js';
import { applicationRows } from './applications.projection.js';

let position = 0;
const recorded = ({ type, data }: ApplicationEvent): RecordedEvent => ({
  ...{ id: id(++position), stream: 's', revision: 0, position, checkpoint: String(position), type, version: 1, data },
  meta: {
    occurred: '2026-03-10T09:00:00.000Z',
    recorded: '2026-03-10T09:00:00.000Z',
    actor: id('employer'),
    organisation: id('company'),
    role: 'employer',
    command: id('command'),
    correlation: id('command'),
    causation: null,
    hash: '',
  },
});
const rowAfter = (...events: readonly ApplicationEvent[]): ApplicationRow =>
  events
    .filter(({ type }) => applicationRows.handles.includes(type))
    .reduce<object | null>((row, event) => applicationRows.evolve(row, recorded(event), id('application')), null) as ApplicationRow;
const cancelled: ApplicationEvent = { type: 'hiring.HireCancelled', data: { ...place(), on: '2026-03-12', passId: id('pass') } };

describe('the row of an application', () => {
  it('holds a PASS, a diagnosis and dates only while it is accepted [emplois/JA-15] [emplois/CNL-2]', () => {
    expect(rowAfter(submitted(), requested(), accepted)).toMatchObject({
      status: 'accepted',
      pass: { number: 'XXXXX0000001' },
      diagnosisId: id('diagnosis'),
      startsOn: '2026-03-20',
    });
    const empty = {
      pass: null,
      diagnosisId: null,
      startsOn: null,
      endsOn: null,
      jobId: null,
      advisor: null,
      selfPrescription: false,
      manualDelivery: false,
    };
    expect(rowAfter(submitted(), requested(), accepted, cancelled)).toMatchObject({ status: 'cancelled', ...empty });
    for (const status of ['new', 'processing', 'postponed', 'pool', 'refused', 'cancelled', 'obsolete'] as const)
      expect(rowAfter(...pathTo(status))).toMatchObject({ status, ...empty });
  });

  it('forgets the answer of a decision when another one is taken [emplois/ACP-6]', () => {
    expect(rowAfter(submitted(), refused)).toMatchObject({
      refusalReason: 'no_position',
      answerId: id('answer'),
      privateAnswerId: id('private'),
    });
    expect(rowAfter(submitted(), refused, requested(), accepted)).toMatchObject({
      status: 'accepted',
      refusalReason: null,
      answerId: null,
      privateAnswerId: null,
    });
  });

  it('tells every transition: what, who, where and when, and no attempt that came to nothing [emplois/JA-13]', () => {
    const { timeline, changedAt } = rowAfter(submitted(), requested(), accepted, cancelled);
    expect(timeline.map(({ type }) => type)).toEqual(['hiring.ApplicationSubmitted', 'hiring.ApplicationAccepted', 'hiring.HireCancelled']);
    expect(timeline[1]).toEqual({
      at: '2026-03-10T09:00:00.000Z',
      type: 'hiring.ApplicationAccepted',
      by: id('employer'),
      role: 'employer',
      organisation: id('company'),
    });
    expect(changedAt).toBe(position);
  });

  it('ignores events of an application it has not seen sent', () =>
    expect(applicationRows.evolve(null, recorded(accepted), id('application'))).toBeNull());

  it('keeps comments between colleagues out of what others notice [emplois/VIS-6]', () => {
    const commented: ApplicationEvent = { type: 'hiring.CommentAdded', data: { ...place(), commentId: id('comment'), by: id('employer'), on: '2026-03-12' } };
    const { comments, timeline, lastChange } = rowAfter(submitted(), commented);
    expect(comments).toMatchObject([{ id: id('comment'), by: id('employer') }]);
    expect([timeline.length, lastChange]).toEqual([1, '2026-03-10T09:00:00.000Z']);
    expect(rowAfter(submitted(), commented, { type: 'hiring.CommentRemoved', data: { ...place(), commentId: id('comment'), on: '2026-03-13' } }).comments).toEqual([]);
    expect(applicationRows.topics!(recorded(commented))).toEqual([`comments:${id('application')}`]);
  });

  it('tells the company and the person that something changed', () =>
    expect(applicationRows.topics!(recorded(accepted))).toEqual([`company:${id('company')}`, `candidate:${id('candidate')}`]));
});
