import { effect, inject, type Signal, signal, untracked } from '@angular/core';
import { OpenNeedLinkDocument } from './generated/graphql';
import { GqlError } from '../shared/graphql/errors';
import { Gql } from '../shared/graphql/gql';

/** Says once that the link a supplier was sent was followed. True when that link is of no supplier of this need; anything else that goes wrong concerns nobody who reads. */
export const followedLink = (address: () => { readonly id: string; readonly link: string | undefined }): Signal<boolean> => {
  const gql = inject(Gql);
  const strayed = signal(false);
  effect(() => {
    const { id, link } = address();
    untracked(() => strayed.set(false));
    if (!link) return;
    void gql.run(OpenNeedLinkDocument, { id, link }).catch((error: unknown) => strayed.set(error instanceof GqlError && error.code === 'marketplace/unknown-need'));
  });
  return strayed.asReadonly();
};
