import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { FieldRefusal, InvalidInput, Refusal } from '../refusal.js';
import { formatErrors } from './error-formatter.js';
import { RefusalSentences } from './sentences.js';

new RefusalSentences({
  'spec/too-early': ({ day }: { day: string }) => `Pas avant le ${day}.`,
  'spec/rule': () => 'Le délai est passé.',
  'spec/rule/enough': ({ day }: { day: string }) => `Attendre le ${day}.`,
  'spec/name-missing': () => 'Indiquez un nom.',
});

const thrown = (original: Error) => new GraphQLError(original.message, { originalError: original, path: ['accept'] });
const logged: unknown[] = [];
const context = { app: { log: { error: (fields: object) => void logged.push(fields) } } };
const format = (error: Error) => formatErrors({ data: null, errors: [error] }, context);

describe('what a caller sees of an error', () => {
  it('shows a refusal as its French sentence, its code, its facts and what would be enough', () => {
    const refusal = new Refusal('spec/too-early', { day: '2026-03-01' }, [{ rule: 'spec/1', code: 'spec/rule', met: false, inputs: {}, enough: { day: '2026-03-01' } }]);
    const { statusCode, response } = format(thrown(refusal));
    expect(statusCode).toBe(200);
    expect(response.errors[0]).toMatchObject({
      message: 'Pas avant le 2026-03-01.',
      path: ['accept'],
      extensions: { code: 'spec/too-early', facts: { day: '2026-03-01' }, checks: [{ met: false, sentence: 'Le délai est passé.', enough: 'Attendre le 2026-03-01.' }] },
    });
  });

  it('names each field that cannot be taken', () => {
    const { response } = format(thrown(new InvalidInput([{ field: 'lastName', code: 'spec/name-missing' }])));
    expect(response.errors[0]!.extensions).toEqual({ code: 'input/invalid', fields: [{ field: 'lastName', code: 'spec/name-missing', message: 'Indiquez un nom.' }] });
  });

  it('says which field a refusal is about when it is about one', () => {
    const { response } = format(thrown(new FieldRefusal('startsOn', 'spec/too-early', { day: '2026-03-01' })));
    const message = 'Pas avant le 2026-03-01.';
    expect(response.errors[0]).toMatchObject({ message, extensions: { code: 'spec/too-early', fields: [{ field: 'startsOn', code: 'spec/too-early', message }] } });
  });

  it('says nothing of an unknown error, neither to the caller nor to the log, but a reference that joins them', () => {
    const { statusCode, response } = format(thrown(new Error('duplicate key (email)=(camille@exemple.test)')));
    expect(statusCode).toBe(200);
    expect(response.errors[0]!.message).toMatch(/^Une erreur est survenue/);
    expect(JSON.stringify([response, logged])).not.toContain('camille');
    expect(logged).toMatchObject([{ correlation: response.errors[0]!.extensions.correlation }]);
  });

  it('answers 400 to a document the schema does not know', () => {
    const { statusCode, response } = format(new GraphQLError('Cannot query field "nothing"'));
    expect(statusCode).toBe(400);
    expect(response.errors[0]!.extensions.code).toBe('platform/bad-request');
  });
});
