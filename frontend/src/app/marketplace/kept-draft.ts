import type { NeedDraft } from './need-draft';

/** Keeps what is being typed across a reload, in this tab alone; never the person's contact details. */
export class KeptDraft {
  constructor(private readonly key: string) {}

  read(): Partial<NeedDraft> | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? 'null') as Partial<NeedDraft> | null;
    } catch {
      return null;
    }
  }

  write({ email: _email, phone: _phone, ...draft }: NeedDraft): void {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(draft));
    } catch {
      // A full or forbidden storage only loses the comfort of finding the text again.
    }
  }

  forget(): void {
    sessionStorage.removeItem(this.key);
  }
}
