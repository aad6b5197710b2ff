import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { costRule } from './cost.rule.js';

const schema = buildSchema('type Query { people: [Person!]! me: Person figures: Person drillDown: Person suppliers: [Person!]! employers: [Person!]! perimeters: [Person!]! communes: [Person!]! } type Person { name: String friends: [Person!]! }');
const problems = (document: string) => validate(schema, parse(document), [costRule]).length;
const nested = (levels: number): string => (levels === 0 ? 'name' : `name friends { ${nested(levels - 1)} }`);

describe('the cost of an operation', () => {
  it('lets ordinary pages through', () => expect(problems('{ me { name friends { name friends { name } } } }')).toBe(0));
  it('refuses lists of lists of lists', () => expect(problems(`{ people { ${nested(5)} } }`)).toBe(1));
  it('counts what fragments hide', () => expect(problems(`{ people { ...deep } } fragment deep on Person { ${nested(5)} }`)).toBe(1));
  it('refuses the same question asked many times under other names', () => {
    expect(problems(`{ ${Array.from({ length: 16 }, (_, i) => `a${i}: me { name }`).join(' ')} }`)).toBe(1);
  });
  it('counts the questions that fragments bring to the root, spread or inline', () => {
    const questions = (from: number, many: number) => Array.from({ length: many }, (_, i) => `a${from + i}: me { name }`).join(' ');
    expect(problems(`{ ...some } fragment some on Query { ${questions(0, 16)} }`)).toBe(1);
    expect(problems(`{ ...one ...other } fragment one on Query { ${questions(0, 8)} } fragment other on Query { ${questions(8, 8)} }`)).toBe(1);
    expect(problems(`{ ... on Query { ${questions(0, 8)} } ... { ${questions(8, 8)} } }`)).toBe(1);
    expect(problems(`{ ...some } fragment some on Query { ${questions(0, 15)} }`)).toBe(0);
  });
  it.each(['figures', 'drillDown', 'suppliers', 'employers'])('lets %s be asked a few times, and not a few times more, with or without fragments', (field) => {
    const times = (many: number) => Array.from({ length: many }, (_, i) => `a${i}: ${field} { name }`).join(' ');
    expect(problems(`{ ${times(5)} }`)).toBe(0);
    expect(problems(`{ ${times(6)} }`)).toBe(1);
    expect(problems(`{ ...all } fragment all on Query { ${times(6)} }`)).toBe(1);
  });
  it.each(['perimeters', 'communes'])('lets %s be searched ten times, and not eleven', (field) => {
    const times = (many: number) => Array.from({ length: many }, (_, i) => `a${i}: ${field} { name }`).join(' ');
    expect([problems(`{ ${times(10)} }`), problems(`{ ${times(11)} }`)]).toEqual([0, 1]);
  });
  it('is not caught in a circle of fragments', () => expect(problems('{ me { ...a } } fragment a on Person { friends { ...a } }')).toBe(0));
});
