import type { Environment } from '../environment.js';

/**
 * The same database, whose commits do not wait for the disk: losing power while a world is being made loses its end, never its order,
 * and asking again makes what is missing.
 */
export const withoutWaiting = ({ variables, stop }: Environment): Environment => ({ variables: { ...variables, DATABASE_URL: relaxed(variables['DATABASE_URL']!) }, stop });

const relaxed = (address: string): string => {
  const url = new URL(address);
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c synchronous_commit=off`.trim());
  return url.toString();
};
