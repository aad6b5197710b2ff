import { Injectable, Optional } from '@nestjs/common';
import { Database, KernelConfig, type Role } from '#kernel';

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  /** French, e.g. « Prescripteur habilité ». */
  readonly label: string;
  readonly role: Role;
}

/** Accounts of the fictional world, shown with their passwords where the installation asks for it; never real people's. */
@Injectable()
export class DemoAccounts {
  private readonly shown: boolean;

  constructor(
    private readonly database: Database,
    @Optional() config?: KernelConfig,
  ) {
    this.shown = config?.demoAccounts ?? false;
  }

  async record({ email, password, label, role }: DemoAccount): Promise<void> {
    await this.database.run(
      `insert into identity.demo_account (email, password, label, role) values ($1, $2, $3, $4)
       on conflict (email) do update set password = excluded.password, label = excluded.label, role = excluded.role`,
      [email, password, label, role],
    );
  }

  /** In the order they were recorded; empty unless the installation shows them. */
  async list(): Promise<readonly DemoAccount[]> {
    return this.shown
      ? this.database.rows<DemoAccount>(`select email, password, label, role from identity.demo_account order by rank`)
      : [];
  }
}
