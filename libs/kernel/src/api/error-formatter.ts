import { GraphQLError } from 'graphql';
import { newId } from '../ids.js';
import { FieldRefusal, InvalidInput, Refusal } from '../refusal.js';
import { describeError } from './describe-error.js';
import { ruleCheckView, type RuleCheckView } from './rule-check.js';
import { sentenceFor, sentenceOf } from './sentences.js';

export interface PublicError {
  readonly message: string;
  readonly extensions: {
    readonly code: string;
    readonly facts?: Readonly<Record<string, unknown>>;
    readonly checks?: readonly RuleCheckView[];
    readonly fields?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
    readonly correlation?: string;
    readonly details?: readonly string[];
  };
}

/** A refusal as the caller sees it; null for anything else. */
export const publicError = (error: unknown): PublicError | null => {
  if (error instanceof InvalidInput)
    return {
      message: sentenceOf(error),
      extensions: {
        code: error.code,
        fields: error.fields.map(({ field, code, facts }) => ({ field, code, message: sentenceFor(code, facts) ?? sentenceFor('input/invalid')! })),
      },
    };
  if (error instanceof Refusal) {
    const [message, { code, facts }] = [sentenceOf(error), error];
    const fields = error instanceof FieldRefusal ? { fields: [{ field: error.field, code, message }] } : {};
    return { message, extensions: { code, facts, checks: error.checks.map(ruleCheckView), ...fields } };
  }
  return null;
};

interface Log {
  error(fields: object, message: string): void;
}
interface Failure {
  readonly data?: unknown;
  readonly errors?: readonly Error[];
}

const asked = (details?: readonly string[]): PublicError => ({
  message: sentenceFor('platform/bad-request')!,
  extensions: { code: 'platform/bad-request', ...(details ? { details } : {}) },
});

/** What went wrong before any resolver ran: nothing of ours to hide, but a status worth keeping. */
const badRequest = (error: Error, original: unknown): { readonly status: number; readonly known: PublicError } | null => {
  const { code, statusCode, errors } = original as { code?: unknown; statusCode?: unknown; errors?: readonly Error[] };
  if (typeof code === 'string' && code.startsWith('MER_ERR_GQL')) return { status: 400, known: asked((errors ?? [error]).map(({ message }) => message)) };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return { status: statusCode, known: asked() };
  return original instanceof GraphQLError && !(error as GraphQLError).path ? { status: 400, known: asked([error.message]) } : null;
};

/** Mercurius' errorFormatter: refusals in French with their code and facts, everything else as one sentence with a reference found again in the logs. */
export const formatErrors = (execution: Failure, context: { readonly reply?: { readonly log: Log } | undefined; readonly app: { readonly log: Log } }) => {
  let statusCode = 200;
  const errors = (execution.errors ?? []).map((error) => {
    let original: unknown = error;
    while (original instanceof GraphQLError && original.originalError) original = original.originalError;
    let known = publicError(original);
    if (!known) {
      const bad = badRequest(error, original);
      if (bad && !execution.data) statusCode = bad.status;
      known = bad?.known ?? null;
    }
    if (!known) {
      const correlation = newId();
      (context.reply ?? context.app).log.error({ correlation, error: describeError(original) }, 'an operation failed');
      known = { message: sentenceFor('platform/unexpected', { correlation })!, extensions: { code: 'platform/unexpected', correlation } };
    }
    const { locations, path } = error as GraphQLError;
    return { message: known.message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions: known.extensions };
  });
  return { statusCode, response: { data: execution.data ?? null, errors } };
};
