/** A letter's words, before they are laid out. Lines are paragraphs; nothing in them is HTML. */
export interface Draft {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do; `path` is an address within the platform. */
  readonly action: { readonly label: string; readonly path: string };
  /** Why this person receives it. */
  readonly because: string;
}

export const becauseAuthor = 'Vous recevez ce message parce que vous avez déposé ce besoin sur la Plateforme de l’inclusion.';
export const needPath = (needId: string): string => `/besoins/${needId}`;
