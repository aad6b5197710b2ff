import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { form, FormField, required, submit } from '@angular/forms/signals';
import { DemoAccountsDocument } from '../shared/graphql/generated/documents/DemoAccountsDocument';
import { type GqlError, toGqlError } from '../shared/graphql/errors';
import { gqlResource } from '../shared/graphql/gql';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Failure } from '../shared/ui/failure';
import { Page } from '../shared/ui/page';
import { TextField } from '../shared/ui/text-field';
import { landing } from './landing';

@Component({ selector: 'app-sign-in', imports: [Page, TextField, FormField, Failure, Alert], templateUrl: './sign-in.page.html' })
export class SignInPage {
  readonly suite = input<string>();
  readonly raison = input<string>();
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly model = signal({ email: '', password: '' });
  protected readonly fields = form(this.model, (path) => {
    required(path.email, { message: 'Indiquez votre adresse e-mail.' });
    required(path.password, { message: 'Indiquez votre mot de passe.' });
  });
  protected readonly failure = signal<GqlError | null>(null);
  protected readonly busy = signal(false);
  private readonly demo = gqlResource(DemoAccountsDocument, () => ({}));
  protected readonly demoAccounts = computed(() => (this.demo.hasValue() ? this.demo.value().demoAccounts : []));

  protected fill(account: { email: string; password: string }): void {
    this.model.set({ email: account.email, password: account.password });
    document.querySelector<HTMLElement>('button[data-sign-in]')?.focus();
  }

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    this.failure.set(null);
    await submit(this.fields, async () => {
      this.busy.set(true);
      try {
        const { email, password } = this.model();
        await this.router.navigateByUrl(landing(await this.session.signIn(email.trim(), password), this.suite()));
      } catch (error) {
        this.failure.set(toGqlError(error));
      } finally {
        this.busy.set(false);
      }
    });
  }
}
