// refused by: libs-ignore-apps
import { AppModule } from '../../../apps/platform/src/app.module.js';
export const PearsModule = AppModule;
