import { describe, expect, it } from 'vitest';
import { answerProblems } from './answer-problems.ts';
import type { HostileRequest } from './hostile-request.ts';

const request: HostileRequest = {
  method: 'GET',
  target: '/api/v1/users/me',
  headers: [['x-hexclave-access-type', 'client']],
  body: '',
};

function problemsOf(status: number, headers: Record<string, string>, body: unknown): string[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  const answer = { status, headers: { 'content-type': type, ...headers }, text };
  return answerProblems(request, answer);
}

const teamNotFound = { code: 'TEAM_NOT_FOUND', details: { team_id: 'x' }, error: 'There is no such team.' };
const code = { 'x-hexclave-known-error': 'TEAM_NOT_FOUND' };

describe('answers to hostile requests', () => {
  it.each([
    ['a success', 200, {}, {}],
    ['a plain error', 404, {}, 'There is nothing here.'],
    ['a known error', 404, code, teamNotFound],
    ['a known error behind 200', 200, { ...code, 'x-hexclave-actual-status': '404' }, teamNotFound],
  ])('may be %s', (_title, status, headers, body) => {
    expect(problemsOf(status, headers, body)).toEqual([]);
  });

  it.each([
    ['our fault', 500, {}, 'Something went wrong.'],
    ['our fault as JSON', 503, code, teamNotFound],
    ['an error of no code as JSON', 404, {}, { error: 'Not Found' }],
    ['an error without a text', 404, {}, ''],
    ['a code of no table', 404, { 'x-hexclave-known-error': 'OOPS' }, { ...teamNotFound, code: 'OOPS' }],
    ['a known error without its details', 404, code, { ...teamNotFound, details: undefined }],
    ['a known error with a detail of another type', 404, code, { ...teamNotFound, details: { team_id: 1 } }],
    ['a known error with a detail too many', 404, code, { ...teamNotFound, details: { team_id: 'x', secret: 'y' } }],
    ['a known error of another status', 401, code, teamNotFound],
    ['a known error in the other spelling', 404, { 'x-stack-known-error': 'TEAM_NOT_FOUND' }, teamNotFound],
  ])('must not be %s', (_title, status, headers, body) => {
    expect(problemsOf(status, headers, body)).toHaveLength(1);
  });
});
