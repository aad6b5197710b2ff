import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { MeDocument } from '../graphql/generated/documents/MeDocument';
import { SignInDocument } from '../graphql/generated/documents/SignInDocument';
import { SignOutDocument } from '../graphql/generated/documents/SignOutDocument';
import { SwitchOrganisationDocument } from '../graphql/generated/documents/SwitchOrganisationDocument';
import type { MePartsFragment } from '../graphql/generated/graphql';
import { Gql } from '../graphql/gql';

export type Role = 'prescriber' | 'employer' | 'candidate' | 'inspector' | 'buyer' | 'supplier' | 'staff';

const anonymous: MePartsFragment = { role: null, account: null, current: null, memberships: [] };

/** Who is looking, for which organisation, with which role. The server decides; this only remembers its answer. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly gql = inject(Gql);
  private readonly router = inject(Router);
  private readonly state = signal<MePartsFragment>(anonymous);

  readonly me = this.state.asReadonly();
  readonly account = computed(() => this.me().account ?? null);
  readonly current = computed(() => this.me().current ?? null);
  readonly role = computed(() => (this.me().role ?? null) as Role | null);
  readonly signedIn = computed(() => this.account() !== null);
  readonly canDiagnose = computed(() => this.role() === 'prescriber' && !!this.current()?.authorised);

  async load(): Promise<void> {
    try {
      this.state.set((await this.gql.run(MeDocument, {})).me);
    } catch {
      this.state.set(anonymous);
    }
  }

  async signIn(email: string, password: string): Promise<MePartsFragment> {
    const { signIn } = await this.gql.run(SignInDocument, { email, password });
    this.state.set(signIn);
    return signIn;
  }

  async signOut(): Promise<void> {
    await this.gql.run(SignOutDocument, {});
    this.state.set(anonymous);
    // The home page of visitors has the same address.
    await this.router.navigateByUrl('/', { onSameUrlNavigation: 'reload' });
  }

  async switchTo(organisationId: string): Promise<void> {
    this.state.set((await this.gql.run(SwitchOrganisationDocument, { organisationId })).switchOrganisation);
  }

  /** The server no longer knows us: ask to sign in again and come back to the same page. */
  expire(): void {
    if (!this.signedIn()) return;
    const back = this.router.url;
    this.state.set(anonymous);
    void this.router.navigate(['/connexion'], { queryParams: { suite: back, raison: 'expiree' } });
  }
}
