/** What the kernel and the contexts need to know of the installation; the application's validated configuration produces it. */
export abstract class KernelConfig {
  abstract readonly databaseUrl: string;
  /** Absent: the log lives in the database. */
  abstract readonly eventStoreUrl?: string | undefined;
  /** `worker` follows the log, `api` answers, `all` does both. */
  abstract readonly role: 'api' | 'worker' | 'all';
  /** 32 bytes in base64: seals the data keys of people and keys the hashes that make personal values unique. */
  abstract readonly masterKey: string;
  /** First five characters of the PASS numbers issued here; `XXXXX` when absent, `99999` in production only. */
  abstract readonly passPrefix?: string | undefined;
  /** Connections to the database; 10 when absent. */
  abstract readonly poolSize?: number | undefined;
  /** Events read at once when catching up; 20 000 when absent. */
  abstract readonly pageSize?: number | undefined;
  /** How often due deadlines are looked for; 30 s when absent. */
  abstract readonly deadlinesEveryMs?: number | undefined;
  /** How often a standing-by worker asks for the lock, and an idle checkpoint is written down; 1 s when absent. */
  abstract readonly pulseMs?: number | undefined;
  /** Database of the wrapped keys of people; the platform's own when absent. */
  abstract readonly keysDatabaseUrl?: string | undefined;
  /** Idle hours after which a session ends; 12 when absent. */
  abstract readonly sessionHours?: number | undefined;
  /** Whether the fictional accounts and their passwords are shown to everybody; never when absent. */
  abstract readonly demoAccounts?: boolean | undefined;
  /** The Ed25519 key (PEM) that signs seals and exported histories; nothing can be exported when absent. */
  abstract readonly sealKeyFile?: string | undefined;
  /** Where each seal is also written, outside the database; nowhere when absent. */
  abstract readonly sealsFile?: string | undefined;
  /** Where each erasure of a person is also noted, outside every database; nowhere when absent. */
  abstract readonly erasuresFile?: string | undefined;
  /** The address people type, for links that leave the platform. */
  abstract readonly publicUrl?: string | null | undefined;
  /** The mail server; messages wait when absent. */
  abstract readonly smtpUrl?: string | null | undefined;
  /** Who mail comes from, `Name <address>` or an address. */
  abstract readonly mailFrom?: string | null | undefined;
  /** Whether messages that wait are shown to whoever tries the platform out; never when absent. */
  abstract readonly mailbox?: boolean | undefined;
  /** `off`: what happens is told to nobody, as when a world is made. */
  abstract readonly mail?: 'off' | undefined;
}
