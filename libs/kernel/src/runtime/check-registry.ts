import type { EventCatalogue } from '../catalogue.js';
import type { Registry } from './registry.js';

const contextOf = (type: string) => type.split('.', 1)[0]!;

/**
 * A misspelt name would wait for ever without a word: refuses the start instead. Contexts that are not part of this application may be named.
 * @throws Error
 */
export function checkRegistry({ projections, policies }: Pick<Registry, 'projections' | 'policies'>, catalogue: EventCatalogue): void {
  const contexts = new Set(catalogue.types.map(contextOf));
  const types = new Set(catalogue.types);
  const names = new Set(projections.map(({ name }) => name));
  for (const { name, handles } of [...projections, ...policies]) {
    const unknown = handles.find((type) => contexts.has(contextOf(type)) && !types.has(type));
    if (unknown) throw new Error(`${name} handles ${unknown}, which nobody declares`);
  }
  for (const { name, needs } of policies) {
    const unknown = needs.find((needed) => !names.has(needed));
    if (unknown) throw new Error(`${name} needs the projection ${unknown}, which does not exist`);
  }
  const twice = policies.find(({ name }, at) => policies.findIndex((other) => other.name === name) !== at);
  if (twice) throw new Error(`policy ${twice.name} is declared twice`);
}
