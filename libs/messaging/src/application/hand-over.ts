import { Injectable } from '@nestjs/common';
import { Database, type Id } from '#kernel';

/** Notes that a message is about to be handed to the server: if nobody lives to write down what it said, the next try knows. */
@Injectable()
export class HandOvers {
  constructor(private readonly database: Database) {}

  /** How often this very attempt has been begun, this time included. */
  async begin(messageId: Id, attempt: number): Promise<number> {
    const noted = await this.database.one<{ times: number }>(
      `insert into messaging.hand_over (message, attempt, times) values ($1, $2, 1)
       on conflict (message) do update set attempt = excluded.attempt, times = case when hand_over.attempt = excluded.attempt then hand_over.times + 1 else 1 end returning times`,
      [messageId, attempt],
    );
    return noted!.times;
  }

  /** Nothing is kept of what has ended. */
  async end(messageId: Id): Promise<void> {
    await this.database.run('delete from messaging.hand_over where message = $1', [messageId]);
  }
}
