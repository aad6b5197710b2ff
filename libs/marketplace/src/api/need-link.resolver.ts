import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { type Id, isId, NotFound } from '#kernel';
import { Public } from '#kernel/api';
import { NeedLinks } from '../application/need-links.js';

const onId = { type: () => ID };

/** Whoever follows the link that a supplier was sent need not sign in to be counted: knowing the link is all it takes, and all it does. */
@Resolver()
export class NeedLinkResolver {
  constructor(private readonly links: NeedLinks) {}

  @Public()
  @Mutation(() => Boolean, { description: 'Says that the link a supplier was sent about this need was followed; nothing more the next times. A link of another need is unknown.' })
  async openNeedLink(@Args('id', onId) id: Id, @Args('link', onId) link: Id): Promise<boolean> {
    if (!isId(id) || !isId(link)) throw new NotFound('marketplace/unknown-need');
    await this.links.open(id, link);
    return true;
  }
}
