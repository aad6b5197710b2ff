// refused by: api-imports, store-behind-kernel
import pg from 'pg';
export const rows = pg.Pool;
