import { MigrationSet } from '#kernel';

/** Tries under way: ids and counts. */
export const messagingTables = new MigrationSet('messaging', [
  { name: 'messaging-001-hand-over', up: ['create table messaging.hand_over (message uuid primary key, attempt int not null, times int not null)'] },
]);
