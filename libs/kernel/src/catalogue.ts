/** How a stored shape becomes the next one: version n → n + 1. */
export type Upcast = (data: Record<string, unknown>) => Record<string, unknown>;

export interface EventSpec {
  /** Newest version, the one that is written. */
  readonly version: number;
  /** `upcasts[n]` turns version n into n + 1; one for every n below `version`. */
  readonly upcasts?: Readonly<Record<number, Upcast>>;
}

/** The event types of one context. Each context gives one as a Nest provider; `EventCatalogue` joins them and refuses a name used twice. */
export class EventTypes {
  constructor(readonly specs: Readonly<Record<string, EventSpec>>) {}
}

/** `eventTypes<HiringEvent['type']>({ 'hiring.ApplicationSubmitted': { version: 1 }, … })`: the compiler checks that none is forgotten. */
export const eventTypes = <T extends string>(specs: Readonly<Record<T, EventSpec>>): EventTypes => new EventTypes(specs);

/** All event types of the running application. */
export class EventCatalogue {
  readonly #specs = new Map<string, EventSpec>();

  constructor(contexts: readonly EventTypes[]) {
    for (const { specs } of contexts)
      for (const [type, spec] of Object.entries(specs)) {
        if (this.#specs.has(type)) throw new Error(`event type ${type} is declared twice`);
        for (let v = 1; v < spec.version; v++) if (!spec.upcasts?.[v]) throw new Error(`event type ${type} has no upcast from version ${v}`);
        this.#specs.set(type, spec);
      }
  }

  get types(): readonly string[] {
    return [...this.#specs.keys()];
  }

  /** @throws Error for a type no context declares: such an event must not be written. */
  versionOf(type: string): number {
    const spec = this.#specs.get(type);
    if (!spec) throw new Error(`event type ${type} is not declared`);
    return spec.version;
  }

  /** Brings stored data to the newest version. Data of unknown types is returned as it is. */
  upcast(type: string, version: number, data: Record<string, unknown>): Record<string, unknown> {
    const spec = this.#specs.get(type);
    let current = data;
    for (let v = version; spec && v < spec.version; v++) current = spec.upcasts![v]!(current);
    return current;
  }
}
