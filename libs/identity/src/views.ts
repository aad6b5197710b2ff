// The object types that other contexts' screens embed.
export { CandidateSummaryView, erasedCandidate } from './api/candidate-summary.view.js';
