import { describe, expect, it } from 'vitest';
import { formatAudience, issuerOf, parseAudience, type TokenKind } from './token-audience.ts';

const projectId = '12345678-9abc-4def-8123-456789abcdef';

it.each<[TokenKind, string, string]>([
  ['normal', projectId, `https://keys.example.com/api/v1/projects/${projectId}`],
  ['restricted', `${projectId}:restricted`, `https://keys.example.com/api/v1/projects-restricted-users/${projectId}`],
  ['anonymous', `${projectId}:anon`, `https://keys.example.com/api/v1/projects-anonymous-users/${projectId}`],
])('a token of a %s user has an audience and an issuer of its own', (kind, audience, issuer) => {
  expect(formatAudience({ projectId, kind })).toBe(audience);
  expect(parseAudience(audience)).toEqual({ projectId, kind });
  expect(issuerOf('https://keys.example.com', { projectId, kind })).toBe(issuer);
});

describe('an audience that is not of ours is nobody’s', () => {
  it.each([
    undefined,
    null,
    7,
    [projectId],
    '',
    'example.com',
    'internal:',
    'internal:admin',
    `${projectId}:`,
    `${projectId}:restricted:anon`,
    `${projectId} `,
    `${projectId}\n`,
    projectId.toUpperCase(),
    `../${projectId}`,
  ])('%j', (audience) => {
    expect(parseAudience(audience)).toBeNull();
  });
});
