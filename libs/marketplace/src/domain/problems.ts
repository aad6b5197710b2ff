export type Problem = { readonly field: string; readonly code: string; readonly facts?: Readonly<Record<string, unknown>> };
/** A problem of a field, when there is one. */
export const when = (wrong: boolean, field: string, code: string, facts?: Readonly<Record<string, unknown>>): readonly Problem[] => (wrong ? [{ field, code, ...(facts && { facts }) }] : []);
