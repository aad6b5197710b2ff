import { isIPv6 } from 'node:net';

const groupsOf = (part: string): readonly string[] => part.split(':').filter(Boolean);

/** What limits count as one address: an IPv4 address, or the network (/64) of an IPv6 one, of which one household has more addresses than it could ever use up. */
export const networkOf = (address: string): string => {
  const [, embedded] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (embedded) return embedded;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')];
  const left = Array<string>(tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)).fill('0');
  return `${[...first, ...left, ...last].slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
};
