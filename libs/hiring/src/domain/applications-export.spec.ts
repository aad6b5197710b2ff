import { describe, it } from '@jest/globals';
import { newId } from '#kernel';
import { spec } from '#testing';
import { applicationsExport } from './applications-export.decider.js';

const taken = { exportId: newId(), box: 'received', filters: ['statuses'], rows: 12, on: '2026-04-03' };

describe('taking a list of applications away', () => {
  const list = spec(applicationsExport);
  it('is recorded, with how many and by which filters [emplois/VIS-5]', () => list.given().when(taken).then({ type: 'hiring.ApplicationsExported', data: taken }));
  it('asked twice is recorded once', () => list.given({ type: 'hiring.ApplicationsExported', data: taken }).when(taken).thenNothing());
});
