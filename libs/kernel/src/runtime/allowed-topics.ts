import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { contextOf } from '../api/context.js';
import { Refusal } from '../refusal.js';
import type { TopicGuard } from '../topics.js';
import { Registry } from './registry.js';

const MAX_TOPICS = 20;

/** The topics asked for that this visitor may follow. @throws Refusal when there is none */
export const allowed = async (asked: string | undefined, actor: Actor | null, guards: readonly TopicGuard[]): Promise<readonly string[]> => {
  const topics: string[] = [];
  for (const topic of [...new Set((asked ?? '').split(',').filter(Boolean))].slice(0, MAX_TOPICS)) {
    const guard = guards.find(({ family }) => family === topic.split(':', 1)[0]);
    if (await guard?.allows(actor, topic)) topics.push(topic);
  }
  if (topics.length === 0) throw new Refusal('platform/not-allowed');
  return topics;
};

/** Refuses before the stream begins: once it has, a browser would take the refusal for a breakdown and ask again for ever. */
@Injectable()
export class SomeTopicAllowed implements CanActivate {
  constructor(private readonly registry: Registry) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { actor, request } = contextOf(context);
    await allowed((request.query as { topics?: string }).topics, actor, this.registry.topicGuards);
    return true;
  }
}
