import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { EventStore } from '#kernel';
import { Health } from './health.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What Prometheus reads. Routes and names only, never an address or an id. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({ name: 'http_request_seconds', help: 'Duration of HTTP requests', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [this.registry] });
  private readonly appends = new Histogram({ name: 'event_append_seconds', help: 'Duration of appends to the event store', labelNames: ['outcome'], buckets: SECONDS, registers: [this.registry] });

  constructor(health: Health, store: EventStore) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'projection_lag_events',
      help: 'Log positions a reader has not seen yet',
      labelNames: ['projection'],
      registers: [this.registry],
      async collect() {
        for (const { name, lag } of (await health.report()).projections) this.set({ projection: name }, lag);
      },
    });
    this.time(store);
  }

  observe(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      this.requests.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
      done();
    });
  }

  /** Times the port itself, whichever adapter stands behind it. */
  private time(store: EventStore): void {
    const append = store.append.bind(store);
    store.append = async (...args) => {
      const stop = this.appends.startTimer();
      try {
        const appended = await append(...args);
        stop({ outcome: 'written' });
        return appended;
      } catch (error) {
        stop({ outcome: error instanceof Error ? error.name : 'error' });
        throw error;
      }
    };
  }
}
