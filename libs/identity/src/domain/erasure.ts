/** Why somebody is erased: codes, because the ledger and the log must hold no words about a person. */
export const ERASURE_REASONS = ['request', 'retention', 'mistake', 'order'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

export const isErasureReason = (reason: string): reason is ErasureReason => ERASURE_REASONS.some((each) => each === reason);
