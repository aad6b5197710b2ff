import type { Engine, Values } from './engine.js';
import { type Within, withinSql } from './within-sql.js';

/** How many first answers took so many days: what delays are is read off them. */
export const delaysSql = (engine: Engine, question: Within, values: Values): string => `select waited, cast(sum(sign) as integer) as count
from ${engine.delays(question)}
where ${withinSql(question, values)}
group by waited having sum(sign) <> 0`;
