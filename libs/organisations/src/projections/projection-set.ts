import { ProjectionSet } from '#kernel';
import { companies } from './company.row.js';
import { jobs } from './job.row.js';
import { members } from './member.row.js';
import { organisations } from './organisation.row.js';

export const organisationsProjections = new ProjectionSet([companies, organisations, members, jobs]);
