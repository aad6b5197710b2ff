import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const FOLDER = 'frontend/src/app';

const property = (node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  node.properties.filter(ts.isPropertyAssignment).find((given) => given.name.getText() === name)?.initializer;

/** The addresses written in a piece of code, each under those of its parents. */
function paths(node: ts.Node, parent = ''): string[] {
  if (ts.isObjectLiteralExpression(node)) {
    const [path, children] = [property(node, 'path'), property(node, 'children')];
    if (path && !ts.isStringLiteral(path)) throw new Error(`A path that is not written as such cannot be visited: ${node.getText()}`);
    if (path) {
      const here = path.text ? `${parent}/${path.text}` : parent;
      return children ? paths(children, here) : [here || '/'];
    }
  }
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...paths(child, parent)));
  return found;
}

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.routes.ts'));
const everyRoute = [...new Set(files.flatMap((file) => paths(ts.createSourceFile(file, readFileSync(`${FOLDER}/${file}`, 'utf8'), ts.ScriptTarget.Latest, true))))];

/** The pages of the application as its router knows them, e.g. `/candidats/:id`. */
export const routes = (): readonly string[] => everyRoute;

/** Whether an address is one of a route’s; words win over parameters, as in the router. */
export const matches = (route: string, path: string): boolean => {
  if (route === '/**') return !everyRoute.some((other) => other !== route && matches(other, path));
  const [wanted, given] = [route.split('/'), path.split('/')];
  if (wanted.length !== given.length) return false;
  if (route !== path && everyRoute.includes(path)) return false;
  return wanted.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]));
};
