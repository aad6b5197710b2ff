import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../world/demo.js';

// What is answered is whatever the query asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = any;

/** Somebody signed in to a running server, over HTTP. */
export interface Visitor {
  readonly cookie: string;
  ask(query: string, variables?: object): Promise<Answer>;
}

const post = async (address: string, cookie: string, query: string, variables: object) => {
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', origin: address, cookie }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: Answer; errors?: readonly { message: string; extensions?: object }[] };
  if (errors?.length) throw new Error(JSON.stringify(errors));
  return { data, set: response.headers.get('set-cookie') };
};

/** One of the demonstration accounts, by its key. @throws Error when it may not enter */
export async function visitor(address: string, key: string): Promise<Visitor> {
  const { email } = DEMO_ACCOUNTS.find((account) => account.key === key)!;
  const { set } = await post(address, '', 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }', { email, password: DEMO_PASSWORD });
  const cookie = set!.split(';')[0]!;
  return { cookie, ask: async (query, variables = {}) => (await post(address, cookie, query, variables)).data };
}
