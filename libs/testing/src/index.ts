export * from './spec.js';
export * from './actors.js';
