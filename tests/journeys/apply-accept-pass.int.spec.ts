import { describe } from '@jest/globals';
import { applyAcceptPass } from './apply-accept-pass.suite.js';

describe('apply, accept, receive a PASS, be audited', () => applyAcceptPass());
