import { describe, expect, it } from 'vitest';
import { readRequestTokens } from './read-request-tokens.ts';

const projectId = '6c5a2b7f-0e41-4c86-9c3d-3b0a6a1e52c1';
const tokens = { accessToken: 'eyJ.eyJ.sig', refreshToken: 'refresh' };
const json = JSON.stringify(tokens);
const cookie = `a=b; latchkey-session-${projectId}=refresh.eyJ.eyJ.sig; c=d`;

function read(headers: Record<string, string | string[] | undefined>) {
  return readRequestTokens({ headers }, projectId);
}

describe('the session of a request', () => {
  it.each([
    { 'x-stack-auth': json },
    { 'x-stack-auth': [json, 'another'] },
    { 'X-Stack-Auth': json },
    { Cookie: cookie },
    { authorization: `Bearer stackauth_${btoa(json)}` },
    { authorization: `bearer stackauth_${btoa(json)}`, cookie: 'whatever' },
    { authorization: 'Bearer sk_of_an_api', 'x-stack-auth': json },
    { cookie },
  ])('is read from %j', (headers) => {
    expect(read(headers)).toEqual(tokens);
    const web = Object.entries(headers).map(([name, value]): [string, string] => [name, [value].flat()[0] ?? '']);
    expect(readRequestTokens(new Request('http://localhost', { headers: web }), projectId)).toEqual(tokens);
  });

  it.each([
    {},
    { 'x-stack-auth': '' },
    { 'x-stack-auth': 'garbage' },
    { 'x-stack-auth': 'null' },
    { 'x-stack-auth': '[]' },
    { 'x-stack-auth': '{"accessToken":5,"refreshToken":{}}' },
    // The first that is there decides.
    { 'x-stack-auth': 'garbage', cookie },
    { authorization: 'Bearer stackauth_', 'x-stack-auth': json },
    { authorization: 'Bearer stackauth_%%%' },
    { authorization: 'Bearer' },
    { cookie: `latchkey-session-${projectId}=` },
    { cookie: `latchkey-session-${projectId}=.eyJ` },
    { cookie: `latchkey-session-${projectId}=nodot` },
    { cookie: `xlatchkey-session-${projectId}=refresh.eyJ` },
    { cookie: 'latchkey-session-another=refresh.eyJ' },
  ])('is nobody in %j', (headers) => {
    expect(read(headers)).toEqual({ accessToken: null, refreshToken: null });
  });
});
