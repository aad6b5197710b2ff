// refused by: no-test-code-shipped
import { spec } from '#testing';
export const shipped = spec;
