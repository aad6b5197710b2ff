export const day = '2026-01-01';
