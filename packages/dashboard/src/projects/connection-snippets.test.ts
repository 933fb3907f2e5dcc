import { describe, expect, it } from 'vitest';
import { type Connection, connectionSnippets, environmentLines, type Stack } from './connection-snippets.ts';

const keys = { publishableClientKey: 'pck_1', secretServerKey: 'ssk_2' };
const connection: Connection = { url: 'https://keys.example.com', projectId: '6c5a', keys, allowsUserApiKeys: true };
const stacks: Stack[] = ['javascript', 'react', 'next', 'curl'];

describe('what to paste into an application', () => {
  it('has the whole environment, by the names that the SDK reads', () => {
    expect(environmentLines(connection, 'javascript').split('\n')).toEqual([
      'STACK_API_URL=https://keys.example.com',
      'STACK_PROJECT_ID=6c5a',
      'STACK_PUBLISHABLE_CLIENT_KEY=pck_1',
      'STACK_SECRET_SERVER_KEY=ssk_2',
    ]);
  });

  it('names for browsers of Next.js all but the secret', () => {
    const names = environmentLines(connection, 'next')
      .split('\n')
      .map((line) => line.split('=')[0]);
    expect(names.filter((name) => !name?.startsWith('NEXT_PUBLIC_'))).toEqual(['STACK_SECRET_SERVER_KEY']);
  });

  it('has the secret in the environment alone, never in code', () => {
    for (const stack of stacks) {
      expect(JSON.stringify(connectionSnippets(connection, stack))).not.toContain('ssk_2');
    }
  });

  it('leaves places for keys that cannot be shown any more', () => {
    const forgotten = { ...connection, keys: undefined };
    expect(environmentLines(forgotten, 'curl')).toContain('STACK_SECRET_SERVER_KEY=ssk_…');
    expect(JSON.stringify(connectionSnippets(forgotten, 'react'))).toContain('pck_…');
  });

  it('makes no key of a user where users hold none', () => {
    const code = (allowsUserApiKeys: Connection['allowsUserApiKeys']) =>
      JSON.stringify(connectionSnippets({ ...connection, allowsUserApiKeys }, 'javascript'));
    expect(code(true)).toContain('createApiKey');
    expect(code(false)).not.toContain('createApiKey');
  });
});
