import { computed, inject, Injectable } from '@angular/core';
import { MarketplaceWordsDocument, PerimetersByCodeDocument, PerimetersDocument } from './generated/graphql';
import { Gql, gqlResource } from '../shared/graphql/gql';
import type { ComboOption } from '../shared/ui/combobox';

const kindOfPlace: Record<string, string> = { region: 'région', department: 'département', city: 'commune' };
const plain = (text: string): string => text.replaceAll('’', "'").normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A commune has an INSEE code of five characters; departments and regions have shorter ones. */
export const isCommune = (code: string | undefined): boolean => code?.length === 5;

/** The marketplace's lists and places, read once. */
@Injectable({ providedIn: 'root' })
export class Market {
  private readonly gql = inject(Gql);
  private readonly resource = gqlResource(MarketplaceWordsDocument, () => ({}));
  private readonly all = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly words = computed(() => this.all()?.marketplaceLabels ?? null);

  readonly supplierKinds = computed(() => (this.words()?.supplierKinds ?? []).map((k) => ({ code: k.code, label: `${k.code} – ${k.label}` })));
  readonly prestaTypes = computed(() => this.words()?.prestaTypes ?? []);
  readonly ranges = computed(() => this.words()?.ranges ?? []);
  readonly needKinds = computed(() => this.words()?.needKinds ?? []);
  /** Suppliers read another word for one of them. */
  readonly needKindsForSuppliers = computed(() => this.words()?.needKindsForSuppliers ?? []);
  readonly needStatuses = computed(() => this.words()?.needStatuses ?? []);
  readonly amountBrackets = computed(() => this.words()?.amountBrackets ?? []);
  readonly responseKinds = computed(() => this.words()?.responseKinds ?? []);
  readonly sectors = computed<readonly ComboOption[]>(() => (this.all()?.sectors ?? []).flatMap((g) => g.sectors.map((s) => ({ code: s.code, label: s.label, group: s.groupLabel }))));

  sector(code: string): ComboOption {
    return this.sectors().find((s) => s.code === code) ?? { code, label: code };
  }

  /** Sectors whose name, or whose family's name, holds every word typed; those whose own name begins so come first. */
  readonly findSectors = (search: string): Promise<readonly ComboOption[]> => {
    const words = plain(search).split(/\s+/);
    const found = this.sectors().filter((s) => words.every((w) => plain(`${s.label} ${s.group ?? ''}`).includes(w)));
    const rank = (s: ComboOption) => (plain(s.label).startsWith(plain(search)) ? 0 : plain(s.label).includes(words[0] ?? '') ? 1 : 2);
    return Promise.resolve([...found].sort((a, b) => rank(a) - rank(b)).slice(0, 20));
  };

  readonly findPlaces = async (search: string): Promise<readonly ComboOption[]> => {
    const { perimeters } = await this.gql.run(PerimetersDocument, { search });
    return perimeters.map((p) => ({ code: p.code, label: p.label, detail: kindOfPlace[p.kind] ?? '' }));
  };

  /** The name of a place whose code was found in an address. */
  async place(code: string): Promise<ComboOption> {
    const { perimetersByCode } = await this.gql.run(PerimetersByCodeDocument, { codes: [code] });
    return { code, label: perimetersByCode[0]?.label ?? code };
  }
}
