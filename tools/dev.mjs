// npm run dev: the platform as `npm start` runs it, and beside it the pages rebuilt at every change on http://localhost:4200, which pass /graphql and /api on.
import { spawn } from 'node:child_process';
import { npmCommand } from './npm.mjs';

const [command, ...before] = npmCommand();
const children = ['app', 'start -w frontend'].map((script) => spawn(command, [...before, 'run', '-s', ...script.split(' ')], { stdio: 'inherit' }));
for (const child of children) child.once('exit', () => children.forEach((other) => other.kill('SIGTERM')));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
