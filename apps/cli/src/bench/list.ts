import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { Installation } from './installation.js';
import { atLeast, type Line } from './report.js';
import { visitor } from './visitor.js';

const SECONDS = 10;
const CONNECTIONS = 32;
const ROWS = 50;
const LEAST = 1000;

/** As the page of received applications asks it. */
const QUERY = `query ($filter: ApplicationFilter, $first: Int) {
  applications(filter: $filter, first: $first) { total totalIsExact next counts { status count }
    items { id status statusLabel submittedOn lastChange startsOn endsOn candidate { id displayName masked birthDate city hasNir } company { id name kind city }
      sender { kind label name organisation } jobs { id rome romeLabel title contractType contractTypeLabel city places } } } }`;

/** Lists of 50 applications an employer has received, per second, from one API process: session, rights, names and the record of who read them included. */
export async function benchList(installation: Installation): Promise<readonly Line[]> {
  const api = await installation.serve('api');
  try {
    const { cookie, ask } = await visitor(api.address, 'aci');
    const variables = { filter: { box: 'received' }, first: ROWS };
    const { applications } = await ask(QUERY, variables);
    if (applications.items.length !== ROWS) throw new Error(`the list holds ${applications.items.length} applications, not ${ROWS}`);
    const shoot = (duration: number) =>
      autocannon({ url: `${api.address}/graphql`, method: 'POST', connections: CONNECTIONS, duration, headers: { 'content-type': 'application/json', origin: api.address, cookie }, body: JSON.stringify({ query: QUERY, variables }) });
    await shoot(4);
    const { requests, latency, non2xx, errors } = await shoot(SECONDS);
    // Its connections are gone before the last requests are answered.
    await sleep(1000);
    if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests failed`);
    return [{ ...atLeast(`${installation.size}, lists of ${ROWS} applications`, requests.average, LEAST), detail: `${CONNECTIONS} connections, p50 ${latency.p50} ms, p99 ${latency.p99} ms, of ${applications.total} applications` }];
  } finally {
    await api.stop();
  }
}
