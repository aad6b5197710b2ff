import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { type GqlResponse, toGqlError, unwrap } from './errors';

/** A typed document, whichever generated folder it comes from. */
export interface TypedDocument<T, V> extends DocumentTypeDecoration<T, V> {
  toString(): string;
}

const url = '/graphql';

/** Reads a typed document each time its variables change; waits while they are undefined. */
export function gqlResource<T, V>(document: TypedDocument<T, V>, variables: () => V | undefined): HttpResourceRef<T | undefined> {
  return httpResource<T>(
    () => {
      const given = variables();
      return given === undefined ? undefined : { url, method: 'POST', body: { query: document.toString(), variables: given } };
    },
    { parse: (raw) => unwrap(raw as GqlResponse<T>) },
  );
}

@Injectable({ providedIn: 'root' })
export class Gql {
  private readonly http = inject(HttpClient);

  /** One call, one answer; rejects with a GqlError that can be shown as it is. */
  async run<T, V>(document: TypedDocument<T, V>, variables: V): Promise<T> {
    const answer = this.http.post<GqlResponse<T>>(url, { query: document.toString(), variables }).pipe(map(unwrap));
    return firstValueFrom(answer).catch((error: unknown) => {
      throw toGqlError(error);
    });
  }
}

/** One form, one command: sent twice it is still one decision. */
export const newCommand = (): string => crypto.randomUUID();
