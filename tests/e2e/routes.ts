import { readFileSync } from 'node:fs';

const FILES = ['app.routes.ts', 'marketplace/marketplace.routes.ts'];
const CHILDREN = /path: '([^']+)',[^{}]*children: \[([\s\S]*?)\n {4}\]/g;
const pathsIn = (text: string) => [...text.matchAll(/\{ path: '([^']*)'/g)].map(([, path]) => path!);

/** The pages of the application as its router knows them, e.g. `/candidats/:id`. */
export const routes = (): readonly string[] =>
  FILES.flatMap((file) => {
    const text = readFileSync(`frontend/src/app/${file}`, 'utf8');
    const nested = [...text.matchAll(CHILDREN)].flatMap(([, parent, children]) => pathsIn(children!).map((child) => (child ? `${parent}/${child}` : parent!)));
    return [...pathsIn(text.replace(CHILDREN, '')), ...nested];
  }).map((path) => `/${path}`);

/** Whether an address is one of a route’s; words win over parameters, as in the router. */
export const matches = (route: string, path: string): boolean => {
  if (route === '/**') return !routes().some((other) => other !== route && matches(other, path));
  const [wanted, given] = [route.split('/'), path.split('/')];
  if (wanted.length !== given.length) return false;
  if (route !== path && routes().includes(path)) return false;
  return wanted.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]));
};
