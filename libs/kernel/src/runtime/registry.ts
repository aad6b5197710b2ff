import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { EventTypes } from '../catalogue.js';
import { MigrationSet } from '../migrations.js';
import { DeadlineKind, Policy } from '../policy.js';
import { type Projection, ProjectionSet } from '../projection.js';
import { ReadCopy } from '../read-models.js';
import { TopicGuard } from '../topics.js';

/**
 * What the contexts of this application brought along as Nest providers.
 * `EventTypes`, `ProjectionSet` and `MigrationSet` are values (`useValue`), because the kernel needs them before anything is constructed.
 */
@Injectable()
export class Registry {
  constructor(private readonly discovery: DiscoveryService) {}

  #all<T>(kind: abstract new (...args: never[]) => T): T[] {
    const instances = this.discovery.getProviders().map(({ instance }) => instance as unknown);
    return [...new Set(instances.filter((instance): instance is T => instance instanceof kind))];
  }

  get eventTypes(): readonly EventTypes[] {
    return this.#all(EventTypes);
  }
  get projections(): readonly Projection[] {
    const found = this.#all(ProjectionSet).flatMap(({ projections }) => projections);
    const twice = found.find(({ name }, at) => found.findIndex((other) => other.name === name) !== at);
    if (twice) throw new Error(`projection ${twice.name} is declared twice`);
    return found;
  }
  get migrations(): readonly MigrationSet[] {
    return this.#all(MigrationSet);
  }
  get policies(): readonly Policy[] {
    return this.#all<Policy>(Policy);
  }
  get deadlines(): readonly DeadlineKind[] {
    return this.#all<DeadlineKind>(DeadlineKind);
  }
  get copies(): readonly ReadCopy[] {
    return this.#all<ReadCopy>(ReadCopy);
  }
  get topicGuards(): readonly TopicGuard[] {
    return this.#all<TopicGuard>(TopicGuard);
  }
}
