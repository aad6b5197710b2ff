// refused by: apps-compose-modules
import { ApplesModule } from '../../../libs/apples/src/apples.module.js';
import { rows } from '../../../libs/apples/src/projections/apple-list.js';
export const AppModule = [ApplesModule, rows];
