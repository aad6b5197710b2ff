import { ProjectionSet } from '#kernel';
import { activities } from './activities.projection.js';
import { needSuppliers } from './need-suppliers.projection.js';
import { needs } from './needs.projection.js';
import { suppliers } from './suppliers.projection.js';

export const marketplaceProjections = new ProjectionSet([suppliers, activities, needs, needSuppliers]);
