export { EmployerRefView, employerRef, unknownEmployer } from './api/employer-ref.view.js';
export { JobView, jobView } from './api/job.view.js';
