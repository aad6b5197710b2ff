import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor, Role } from '../actor.js';
import { contextOf } from './context.js';

export const ACCESS = 'access';
export type Access = 'public' | readonly Role[];

/** Anybody, signed in or not. On a field resolver: whoever could read the object it belongs to. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

/** Only these roles, in the current organisation. On a class it holds for every method that says nothing itself. */
export const RequiresRole = (first: Role, ...others: readonly Role[]) => SetMetadata(ACCESS, [first, ...others] satisfies Access);

/** The actor of the request; null for an anonymous visitor, who only passes where `@Public()` lets him. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => contextOf(context).actor);

/** The request's surroundings: address, reply for cookies. */
export const CurrentContext = createParamDecorator((_: unknown, context: ExecutionContext) => contextOf(context));
