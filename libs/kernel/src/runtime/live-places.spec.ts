import { describe, expect, it } from '@jest/globals';
import { LivePlaces } from './live-places.js';

const places = () => new LivePlaces({ perAccount: 2, perAddress: 3, inAll: 5 });
const refused = (work: () => unknown) => expect(work).toThrow('platform/too-many-streams');

describe('Open streams', () => {
  it('are so many for one account, wherever it is, and another account still has its own', () => {
    const hub = places();
    hub.take('ana', '192.0.2.1');
    hub.take('ana', '192.0.2.2');
    refused(() => hub.take('ana', '192.0.2.3'));
    hub.take('zoe', '192.0.2.1');
  });

  it('are so many for one address, signed in or not', () => {
    const hub = places();
    hub.take(null, '192.0.2.1');
    hub.take('ana', '192.0.2.1');
    hub.take('zoe', '192.0.2.1');
    refused(() => hub.take(null, '192.0.2.1'));
    refused(() => hub.take('lou', '192.0.2.1'));
    hub.take('lou', '192.0.2.2');
  });

  it('are so many in all', () => {
    const hub = places();
    for (let n = 1; n <= 5; n++) hub.take(null, `192.0.2.${n}`);
    refused(() => hub.take(null, '192.0.2.9'));
  });

  it('leave their place once, and a refused one took none', () => {
    const hub = places();
    const leave = [1, 2].map(() => hub.take('ana', '192.0.2.1'));
    refused(() => hub.take('ana', '192.0.2.1'));
    expect(hub.open).toBe(2);
    leave[0]!();
    leave[0]!();
    expect(hub.open).toBe(1);
    hub.take('ana', '192.0.2.1');
    refused(() => hub.take('ana', '192.0.2.1'));
  });
});
