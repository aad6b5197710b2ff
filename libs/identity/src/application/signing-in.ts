import { Injectable } from '@nestjs/common';
import { type Actor, type Id, NotFound, Refusal } from '#kernel';
import { SessionResolver } from '#kernel/api';
import { type Membership, OrganisationsQueries } from '#organisations';
import { actingAs, currentMembership } from '../domain/acting-as.js';
import type { AccountKind } from '../domain/account.decider.js';
import { AccountsTable } from '../vault/accounts-table.js';
import { verifyPassword } from '../vault/passwords.js';
import { Sessions } from '../vault/sessions.js';
import { Vault } from '../vault/vault.js';

interface Standing {
  readonly actor: Actor | null;
  readonly memberships: readonly Membership[];
  readonly current: Membership | null;
}
export type SignedIn = Standing & { readonly actor: Actor; readonly token: string };

/** Sign-in, the current organisation, and who a session stands for. */
@Injectable()
export class SigningIn extends SessionResolver {
  constructor(
    private readonly vault: Vault,
    private readonly accounts: AccountsTable,
    private readonly sessions: Sessions,
    private readonly organisations: OrganisationsQueries,
  ) {
    super();
  }

  /** @throws Refusal the same for an unknown e-mail and for a wrong password */
  async signIn(email: string, password: string, formerToken: string | null): Promise<SignedIn> {
    const [person] = await this.vault.find('email', email);
    const account = person === undefined ? null : await this.accounts.of(person);
    if (!(await verifyPassword(password, account?.password ?? null)) || !account) throw new Refusal('identity/wrong-credentials');
    const standing = await this.standing(account.id, account.kind, null);
    if (!standing.actor) throw new Refusal('identity/no-organisation');
    if (formerToken !== null) await this.sessions.close(formerToken);
    return { ...standing, actor: standing.actor, token: await this.sessions.open(account.id, standing.actor.organisation) };
  }

  async signOut(token: string): Promise<void> {
    await this.sessions.close(token);
  }

  /** The session goes on in another organisation of the same person, under a new token. @throws NotFound when they are not a member */
  async switchTo(organisation: Id, token: string): Promise<SignedIn> {
    const session = await this.sessions.find(token);
    if (!session) throw new Refusal('platform/sign-in-required');
    const standing = await this.standing(session.account, session.kind, organisation);
    if (!standing.actor || standing.current?.id !== organisation) throw new NotFound('identity/not-a-member');
    const next = await this.sessions.rotate(token, organisation);
    if (next === null) throw new Refusal('platform/sign-in-required');
    return { ...standing, actor: standing.actor, token: next };
  }

  async resolve(token: string): Promise<Actor | null> {
    const session = await this.sessions.find(token);
    return session && (await this.standing(session.account, session.kind, session.organisation)).actor;
  }

  /** A membership is asked for at every request: whoever has left an organisation stops acting for it at once. */
  private async standing(account: Id, kind: AccountKind, chosen: Id | null): Promise<Standing> {
    const memberships = kind === 'professional' ? await this.organisations.memberships(account) : [];
    const current = currentMembership(memberships, chosen);
    return { actor: actingAs(account, kind, current), memberships, current };
  }
}
