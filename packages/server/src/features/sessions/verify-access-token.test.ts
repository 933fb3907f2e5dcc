import { createHmac, randomUUID } from 'node:crypto';
import { startTestServer, type TestAnswer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signingKeysOf } from './signing-keys.ts';

let server: TestServer;
let project: TestProject;
let alice: TestUser;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser();
  token = tokenOf(alice);
});

function tokenOf(user: TestUser): string {
  return user.client['x-stack-access-token'] ?? '';
}

function present(accessToken: string): Promise<TestAnswer> {
  return server.call({ ...project.client, 'x-stack-access-token': accessToken }, 'GET', '/users/me');
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

describe('a forged access token', () => {
  type Forgery = (claims: Record<string, unknown>) => string | Promise<string>;

  /** By the real key of an audience, with claims that do not fit it. */
  const signed =
    (change: Record<string, unknown>, header: Record<string, unknown> = {}): Forgery =>
    async (claims) => {
      const { current } = await signingKeysOf(server.deps.secrets, project.id);
      return new SignJWT({ ...claims, ...change })
        .setProtectedHeader({ alg: 'ES256', kid: current.kid, ...header })
        .sign(current.privateKey, { crit: { surprise: true } });
    };

  const forgeries: [string, Forgery][] = [
    ['that is no token', () => 'hello'],
    ['that is empty but for its dots', () => '..'],
    ['of five parts', () => 'a.b.c.d.e'],
    ['of bytes that are no JSON', () => '\u00ff\u00fe.\u00ff.\u00ff'],
    ['with the algorithm none', (claims) => `${encode({ alg: 'none' })}.${encode(claims)}.`],
    [
      'with the algorithm None and a kid',
      (claims) => `${encode({ ...decodeProtectedHeader(token), alg: 'None' })}.${encode(claims)}.`,
    ],
    ['without its signature', () => `${token.split('.').slice(0, 2).join('.')}.`],
    [
      'with another’s signature',
      async () => [...token.split('.').slice(0, 2), tokenOf(await project.createUser()).split('.')[2]].join('.'),
    ],
    [
      'with the signature of all zeros',
      () => [...token.split('.').slice(0, 2), Buffer.alloc(64).toString('base64url')].join('.'),
    ],
    [
      'with changed claims',
      (claims) => [token.split('.')[0], encode({ ...claims, sub: randomUUID() }), token.split('.')[2]].join('.'),
    ],
    [
      'with the public key as an HMAC secret',
      async (claims) => {
        const { current } = await signingKeysOf(server.deps.secrets, project.id);
        const body = `${encode({ alg: 'HS256', kid: current.kid })}.${encode(claims)}`;
        const signature = createHmac('sha256', JSON.stringify(current.publicJwk)).update(body).digest('base64url');
        return `${body}.${signature}`;
      },
    ],
    [
      'by a key of somebody else’s under our kid',
      async (claims) => {
        const { privateKey } = await generateKeyPair('ES256');
        const header = { alg: 'ES256', kid: decodeProtectedHeader(token).kid ?? '' };
        return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
      },
    ],
    [
      'by a key that it brings along',
      async (claims) => {
        const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
        const jwk = (await crypto.subtle.exportKey('jwk', publicKey)) as { x: string; y: string };
        const header = { alg: 'ES256', kid: 'mine', jwk: { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y } };
        return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
      },
    ],
    [
      'by the key of another audience under its kid',
      async (claims) => {
        const { current } = await signingKeysOf(server.deps.secrets, `${project.id}:restricted`);
        return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: current.kid }).sign(current.privateKey);
      },
    ],
    [
      'by the spare key, which signs nothing',
      async (claims) => {
        const [, spare] = (await signingKeysOf(server.deps.secrets, project.id)).published;
        return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: spare.kid }).sign(spare.privateKey);
      },
    ],
    ['with no kid', signed({}, { kid: undefined })],
    ['with an unknown critical header', signed({}, { crit: ['surprise'], surprise: 1 })],
    ['for another project', signed({ aud: randomUUID() })],
    ['for restricted users', (claims) => signed({ aud: `${String(claims.aud)}:restricted` })(claims)],
    ['for a list of audiences', (claims) => signed({ aud: [claims.aud] })(claims)],
    ['without an audience', signed({ aud: undefined })],
    [
      'by the issuer of anonymous users',
      (claims) => signed({ iss: String(claims.iss).replace('projects', 'projects-anonymous-users') })(claims),
    ],
    [
      'by another installation',
      (claims) => signed({ iss: String(claims.iss).replace('localhost', 'example.com') })(claims),
    ],
    ['without an issuer', signed({ iss: undefined })],
  ];

  it.each(forgeries)('%s is not one of ours', async (_title, forge) => {
    const forged = await forge(decodeJwt(token));
    expect(forged).not.toBe(token);
    const answer = await present(encodeURI(forged));
    expect([answer.status, answer.code]).toEqual([401, 'UNPARSABLE_ACCESS_TOKEN']);
    expect((await present(token)).status).toBe(200);
  });

  it('changed at any place opens nothing and breaks nothing', async () => {
    for (let place = 0; place < token.length; place += 7) {
      const other = token[place] === 'A' ? 'B' : 'A';
      const mutated = token.slice(0, place) + other + token.slice(place + 1);
      const { status, body } = await present(mutated);
      // The last digit of a part may hold bits that decoders ignore; then it is still the same token.
      if (status === 200) expect((body as { id: string }).id).toBe(alice.id);
      else expect(status).toBe(401);
    }
  });

  it('that has expired is a forgery first', async () => {
    const { exp, ...claims } = decodeJwt(token);
    expect(exp).toBeDefined();
    const { privateKey } = await generateKeyPair('ES256');
    const forged = await new SignJWT({ ...claims, exp: 1 })
      .setProtectedHeader({ alg: 'ES256', kid: decodeProtectedHeader(token).kid ?? '' })
      .sign(privateKey);
    expect((await present(forged)).code).toBe('UNPARSABLE_ACCESS_TOKEN');
  });
});
