const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;
const HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** How to reach the server that an address such as `smtps://name:secret@mail.example:465` names. */
export const serverAt = (address: string) => {
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : PORTS[secure ? 'smtps:' : 'smtp:'],
    secure,
    // A password never travels in clear but to this very machine.
    requireTLS: !secure && username !== '' && !HERE.has(hostname),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
};
