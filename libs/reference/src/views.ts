export { CriterionView, LabelView, RefusalReasonView } from './api/label.views.js';
