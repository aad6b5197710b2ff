// The object types that other contexts' screens embed.
export { ApplicationView } from './api/application.view.js';
export { DiagnosisView } from './api/diagnosis.view.js';
