import { Injectable } from '@nestjs/common';
import { RuntimeStatus } from '#kernel/runtime/status';

export interface HealthReport {
  /** `degraded`: it answers, but something that people read stands still until somebody looks. */
  readonly status: 'ok' | 'degraded' | 'down';
  readonly store?: string;
  readonly head?: number | null;
  readonly projections: readonly { readonly name: string; readonly version: number; readonly position: number; readonly lag: number; readonly parked: number; readonly state: string }[];
}

/** Probes may come from many places at once; one look per second serves them all. */
const FRESH = 1000;

@Injectable()
export class Health {
  private looked = 0;
  private last: Promise<HealthReport> | null = null;

  constructor(private readonly runtime: RuntimeStatus) {}

  report(): Promise<HealthReport> {
    if (!this.last || performance.now() - this.looked > FRESH) {
      this.looked = performance.now();
      this.last = this.look();
    }
    return this.last;
  }

  /** Counts and names only: what is parked and why is for staff. */
  private async look(): Promise<HealthReport> {
    try {
      const { store, head, projections, parked } = await this.runtime.snapshot();
      const sound = parked.length === 0 && projections.every(({ state, parked: keys }) => state !== 'failed' && keys === 0);
      return { status: sound ? 'ok' : 'degraded', store, head, projections };
    } catch {
      return { status: 'down', projections: [] };
    }
  }
}
