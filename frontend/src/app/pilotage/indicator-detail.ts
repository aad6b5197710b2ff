import { Component, computed, effect, type ElementRef, input, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { counted, CountPipe, DayPipe, formatMonth } from '../shared/format';
import { DrillDownDocument } from '../shared/graphql/generated/documents/DrillDownDocument';
import { IndicatorsDocument } from '../shared/graphql/generated/documents/IndicatorsDocument';
import type { DrillDownQuery, FigureFilter, FiguresQuery } from '../shared/graphql/generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { nextId } from '../shared/ui/ids';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { urlFilters } from '../shared/ui/url-filters';
import { FactsExport } from './facts-export';

const APPLICATION = 'application-';
/** Applications nobody answered are told by no fact. */
const WAITING = 'waiting';
/** What only a hire is counted in. */
const HIRED = new Set(['accepted', 'hire', 'self_prescribed', 'in_pass']);

/** What an indicator means, and the facts behind its value: counts for everybody, the facts themselves for those who answer for the territory. */
@Component({
  selector: 'app-indicator-detail',
  imports: [RouterLink, CountPipe, DayPipe, Pagination, ResourceState, SelectField, FactsExport],
  templateUrl: './indicator-detail.html',
})
export class IndicatorDetail {
  readonly indicator = input.required<string>();
  readonly filter = input.required<FigureFilter>();
  readonly figures = input.required<FiguresQuery['figures']>();

  protected readonly id = nextId('explication');
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly definitions = gqlResource(IndicatorsDocument, () => ({}));
  protected readonly definition = computed(() => (this.definitions.hasValue() ? this.definitions.value().indicators.find(({ id }) => id === this.indicator()) : undefined));
  /** One month, one département, one part of the indicator: in the address, like everything one may want to send. */
  protected readonly narrowed = urlFilters({ mois: '', lieu: '', part: '' });
  protected readonly counted = counted;
  protected readonly months = computed(() => this.figures().byMonth.map(({ month }) => ({ code: month, label: formatMonth(month) })));
  protected readonly places = computed(() => this.figures().byDepartment.map(({ code, name }) => ({ code, label: `${code} – ${name}` })));
  protected readonly parts = computed(() => {
    const value = this.figures().indicators.find(({ id }) => id === this.indicator());
    return (value?.parts ?? []).filter(({ code }) => code !== WAITING).map(({ code, label }) => ({ code, label }));
  });
  protected readonly asked = computed(() => {
    const { mois, lieu, part } = this.narrowed.asked();
    const filter = this.filter();
    return { indicator: this.indicator(), filter: { ...filter, from: mois || filter.from, to: mois || filter.to, department: lieu || filter.department }, part: part || null };
  });
  protected readonly resource = gqlResource(DrillDownDocument, () => ({ ...this.asked(), page: this.narrowed.page() }));
  protected readonly drill = computed(() => (this.resource.hasValue() ? this.resource.value().drillDown : null));

  constructor() {
    // Whoever asked for the explanation is taken to it.
    effect(() => {
      this.definition();
      this.heading()?.nativeElement.focus();
    });
    let shown = 0;
    effect(() => {
      const moved = this.figures().position ?? 0;
      if (shown > 0 && moved > shown) untracked(() => this.resource.reload());
      shown = moved;
    });
  }

  protected effect(sign: number): string {
    return sign > 0 ? 'Entre' : 'Sort';
  }

  /** A fact of a hire leads to its history: those who see facts may read it. */
  protected hire({ stream, measure }: DrillDownQuery['drillDown']['facts'][number]): string | null {
    return HIRED.has(measure) && stream.startsWith(APPLICATION) ? stream.slice(APPLICATION.length) : null;
  }
}
