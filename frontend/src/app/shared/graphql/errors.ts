import { HttpErrorResponse } from '@angular/common/http';

export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface CheckView {
  readonly rule: string;
  readonly code: string;
  readonly met: boolean;
  readonly sentence: string;
  readonly enough: string;
}

/** What the server refused, in the sentence it wrote for the person reading. */
export class GqlError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly checks: readonly CheckView[] = [],
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  field(name: string): string {
    return this.fields.find((f) => f.field === name || f.field.endsWith(`.${name}`))?.message ?? '';
  }
}

export interface GqlResponse<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> | null }[];
}

const list = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : []);

export function unwrap<T>(raw: GqlResponse<T>): T {
  const first = raw.errors?.[0];
  if (first) {
    const { code, fields, checks, facts } = first.extensions ?? {};
    throw new GqlError(first.message, String(code ?? 'unknown'), list(fields), list(checks), (facts ?? {}) as Record<string, unknown>);
  }
  if (!raw.data) throw new GqlError('La réponse du service est vide. Réessayez dans un instant.', 'empty');
  return raw.data;
}

export function toGqlError(error: unknown): GqlError {
  if (error instanceof GqlError) return error;
  if (error instanceof HttpErrorResponse) return fromHttp(error);
  if (error instanceof Error && error.cause) return toGqlError(error.cause);
  return new GqlError('Une erreur inattendue est survenue. Réessayez ; si elle se répète, signalez-la.', 'unexpected');
}

function fromHttp(error: HttpErrorResponse): GqlError {
  const body = error.error as GqlResponse<unknown> | null;
  if (body && typeof body === 'object' && Array.isArray(body.errors)) {
    try {
      unwrap(body);
    } catch (inner) {
      if (inner instanceof GqlError) return inner;
    }
  }
  if (error.status === 0) return new GqlError('Le service ne répond pas. Vérifiez votre connexion puis réessayez.', 'offline');
  if (error.status === 429) return new GqlError('Trop de tentatives en peu de temps. Attendez une minute puis réessayez.', 'rate-limited');
  return new GqlError('Le service a rencontré une erreur. Réessayez dans un instant.', `http-${error.status}`);
}

/** For a page without a form of its own: the sentence, or those of the fields when there are some. */
export const errorWords = (error: unknown): string => {
  const { message, fields } = toGqlError(error);
  return fields.length ? [...new Set(fields.map((field) => field.message))].join(' ') : message;
};

/** The session is over, or never was: the person has to sign in (again). */
export const isSignedOut = (code: string): boolean => code === 'platform/sign-in-required';
