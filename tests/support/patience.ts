import { jest } from '@jest/globals';

// Starting platforms and databases takes its time on a busy machine; that is not what these tests are about.
jest.setTimeout(60_000);
