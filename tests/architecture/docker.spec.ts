import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (file: string) => readFileSync(file, 'utf8');
const compose = ['docker/compose.yml', 'docker/compose.cluster.yml'];
/** Variables of other images. */
const THEIRS = /^(POSTGRES|KURRENTDB|NGINX)_|^TRUSTED_PROXY$/;
const given = (file: string) => [...read(file).matchAll(/(?:^ +|[{,] )([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name!).filter((name) => !THEIRS.test(name));
const known = [...read('apps/platform/src/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name!);

describe('what containers are given', () => {
  it.each(compose)('are variables that the platform reads, in %s', (file) => {
    expect(given(file)).toContain('MASTER_KEY');
    expect(given(file).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(compose)('includes secrets that must be chosen, in %s: nothing starts without them', (file) => {
    for (const secret of ['POSTGRES_PASSWORD', 'MASTER_KEY', 'METRICS_TOKEN']) expect(read(file)).toContain(`${secret}: \${${secret}:?`);
  });

  it('leaves the proxy one variable to replace, which the template has and nginx’s own are not taken for', () => {
    const variables = [...new Set([...read('docker/nginx.conf.template').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name))];
    expect(variables).toEqual(['TRUSTED_PROXY']);
    expect(read('docker/compose.cluster.yml')).toContain('NGINX_ENVSUBST_FILTER: ^TRUSTED_PROXY$$');
  });
});
