import { computed, inject, Injectable } from '@angular/core';
import { CommunesDocument } from './graphql/generated/documents/CommunesDocument';
import { LabelsDocument } from './graphql/generated/documents/LabelsDocument';
import { Gql, gqlResource } from './graphql/gql';
import type { ComboOption } from './ui/combobox';

/** The regulatory lists and their official words, read once. */
@Injectable({ providedIn: 'root' })
export class Labels {
  private readonly gql = inject(Gql);
  private readonly resource = gqlResource(LabelsDocument, () => ({}));
  private readonly all = computed(() => (this.resource.hasValue() ? this.resource.value().labels : null));

  readonly criteria = computed(() => this.all()?.criteria ?? []);
  readonly refusalReasons = computed(() => this.all()?.refusalReasons ?? []);
  readonly companyKinds = computed(() => this.all()?.companyKinds ?? []);
  /** Those that still receive applications; the others are history [emplois/CMP-1]. */
  readonly servedKinds = computed(() => this.companyKinds().filter(({ code }) => code !== 'EA' && code !== 'EATT'));
  readonly statuses = computed(() => this.all()?.applicationStatuses ?? []);
  readonly passStates = computed(() => this.all()?.passStates ?? []);
  readonly contractTypes = computed(() => this.all()?.contractTypes ?? []);
  readonly qualifications = computed(() => this.all()?.qualifications ?? []);
  readonly qualificationLevels = computed(() => this.all()?.qualificationLevels ?? []);
  readonly rome = computed(() => this.all()?.rome ?? []);
  readonly regions = computed(() => this.all()?.regions ?? []);

  readonly communes = async (search: string): Promise<readonly ComboOption[]> => {
    const { communes } = await this.gql.run(CommunesDocument, { search });
    return communes.map((c) => ({ code: c.insee, label: `${c.name} (${c.postCodes[0] ?? c.department})`, detail: c.departmentName }));
  };

  kindLabel(code: string): string {
    return this.companyKinds().find((k) => k.code === code)?.label ?? code;
  }
}
