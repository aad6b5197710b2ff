import { MigrationSet } from '#kernel';

/** No table of its own: the directory is found by names that look alike, which PostgreSQL does with an extension it ships. */
export const marketplaceTables = new MigrationSet('marketplace', [{ name: 'marketplace-001-likeness', up: ['create extension if not exists pg_trgm schema public'] }]);
