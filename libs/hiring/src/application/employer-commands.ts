// What the receiving company may ask of an application, besides accepting it.
export { AddToPool } from './add-to-pool.js';
export { CancelHire } from './cancel-hire.js';
export { Postpone } from './postpone.js';
export { PutUnderStudy } from './put-under-study.js';
export { RefuseApplication } from './refuse-application.js';
