import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type EnvironmentProviders, type Provider, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, type Routes, withComponentInputBinding } from '@angular/router';
import { errorWords } from '../app/shared/graphql/errors';
import { sessionInterceptor } from '../app/shared/session/session.interceptor';
import { ERROR_WORDS } from '../app/shared/ui/error-words';

/** A page's surroundings: router, and a GraphQL server that answers what the test says. */
export const pageProviders = (routes: Routes = [{ path: '**', children: [] }]): (Provider | EnvironmentProviders)[] => [
  provideZonelessChangeDetection(),
  provideHttpClient(withInterceptors([sessionInterceptor])),
  provideHttpClientTesting(),
  { provide: ERROR_WORDS, useValue: errorWords },
  provideRouter(routes, withComponentInputBinding()),
];

export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Parts of a page that are loaded when they are needed take their time on a busy machine. */
const PATIENCE = 5_000;
/** Whatever a page sends by itself has been sent by then. */
const SETTLED = 20;

async function operation(name: string, turns: number): Promise<TestRequest | null> {
  const http = TestBed.inject(HttpTestingController);
  for (let i = 0; i < turns; i++) {
    TestBed.tick();
    const [found] = http.match((r) => new RegExp(`(query|mutation) ${name}\\b`).test((r.body as { query: string }).query));
    if (found) return found;
    await turn();
  }
  return null;
}

async function expectOperation(name: string): Promise<TestRequest> {
  const found = await operation(name, PATIENCE);
  if (!found) throw new Error(`No ${name} was sent`);
  return found;
}

export async function notSent(name: string): Promise<void> {
  if (await operation(name, SETTLED)) throw new Error(`${name} was sent`);
}

/** Waits for an operation, checks what was asked, answers, and lets the page settle. */
export async function answer(name: string, data: unknown): Promise<Record<string, unknown>> {
  const request = await expectOperation(name);
  request.flush({ data } as object);
  await turn();
  TestBed.tick();
  return (request.request.body as { variables: Record<string, unknown> }).variables;
}

export async function refuse(name: string, message: string, extensions: object): Promise<Record<string, unknown>> {
  const request = await expectOperation(name);
  request.flush({ data: null, errors: [{ message, extensions }] });
  await turn();
  TestBed.tick();
  return (request.request.body as { variables: Record<string, unknown> }).variables;
}

export const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

export function byRole(root: HTMLElement, tag: string, name: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>(tag)].find((e) => text(e).startsWith(name));
  if (!found) throw new Error(`No ${tag} named ${name} in: ${text(root)}`);
  return found;
}

/** The control that a visible label names. */
export function byLabel(root: HTMLElement, name: string): HTMLInputElement {
  const label = [...root.querySelectorAll('label')].find((l) => text(l).startsWith(name));
  const control = label && root.querySelector<HTMLInputElement>(`[id="${label.htmlFor}"]`);
  if (!control) throw new Error(`No control labelled ${name}`);
  return control;
}

export function type(control: HTMLInputElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event('input'));
}
