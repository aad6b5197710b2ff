import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Id, isId, NotFound, Refusal } from '#kernel';
import {
  closeSessionCookie,
  CurrentActor,
  CurrentContext,
  type GqlContext,
  LimitedAttempts,
  openSessionCookie,
  Public,
  RequiresRole,
  sessionToken,
} from '#kernel/api';
import { DemoAccounts } from '../application/demo-accounts.js';
import { type SignedIn, SigningIn } from '../application/signing-in.js';
import { OwnAccounts } from '../projections/own-account.js';
import { SESSION_SECONDS } from '../vault/sessions.js';
import { ANONYMOUS, DemoAccountView, MeView, meView } from './me.views.js';

@Resolver()
export class SessionsResolver {
  constructor(
    private readonly signing: SigningIn,
    private readonly accounts: OwnAccounts,
    private readonly demo: DemoAccounts,
  ) {}

  @Public()
  @Query(() => MeView, { description: 'Who is looking; answers an anonymous visitor too.' })
  me(@CurrentActor() actor: Actor | null): Promise<MeView> {
    return this.view(actor);
  }

  @Public()
  @Query(() => [DemoAccountView], {
    description: 'Fictional accounts to try the platform with; empty unless this installation shows them.',
  })
  async demoAccounts(): Promise<DemoAccountView[]> {
    return [...(await this.demo.list())];
  }

  @Public()
  @LimitedAttempts('email')
  @Mutation(() => MeView)
  async signIn(
    @Args('email', { type: () => String }) email: string,
    @Args('password', { type: () => String }) password: string,
    @CurrentContext() context: GqlContext,
  ): Promise<MeView> {
    return this.opened(await this.signing.signIn(email, password, sessionToken(context)), context);
  }

  @Public()
  @Mutation(() => Boolean)
  async signOut(@CurrentContext() context: GqlContext): Promise<boolean> {
    const token = sessionToken(context);
    if (token !== null) await this.signing.signOut(token);
    closeSessionCookie(context);
    return true;
  }

  @RequiresRole('employer', 'prescriber', 'inspector', 'buyer', 'supplier')
  @Mutation(() => MeView, { description: 'Goes on in another organisation one is a member of.' })
  async switchOrganisation(
    @Args('organisationId', { type: () => ID }) organisationId: Id,
    @CurrentContext() context: GqlContext,
  ): Promise<MeView> {
    if (!isId(organisationId)) throw new NotFound('identity/not-a-member');
    const token = sessionToken(context);
    if (token === null) throw new Refusal('platform/sign-in-required');
    return this.opened(await this.signing.switchTo(organisationId, token), context);
  }

  private opened({ actor, token }: SignedIn, context: GqlContext): Promise<MeView> {
    openSessionCookie(context, token, SESSION_SECONDS);
    return this.view(actor);
  }

  private async view(actor: Actor | null): Promise<MeView> {
    const own = actor && (await this.accounts.of(actor));
    return own ? meView(actor, own) : ANONYMOUS;
  }
}
