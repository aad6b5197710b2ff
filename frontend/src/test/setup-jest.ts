import { jest } from '@jest/globals';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';

// A page compiled while the machine is busy takes its time; that is not what these tests are about.
jest.setTimeout(30_000);
setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
