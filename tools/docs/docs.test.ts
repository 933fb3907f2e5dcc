import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { createOpenApiDocument, knownErrors, type Route, routes } from '@latchkey/contract';
import { describe, expect, it } from 'vitest';
import { renderErrorsPage } from './render-errors-page.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n');

describe('the documentation', () => {
  it('has the error table as it is (run "npm run docs" to renew it)', () => {
    expect(read('docs/errors.md')).toBe(renderErrorsPage());
  });

  it('names every environment variable that the configuration reads, and no other', () => {
    const inCode = new Set(
      read('packages/server/src/config.ts')
        .match(/^ {2}[A-Z_]+(?=: )/gm)
        ?.map((name) => name.trim()),
    );
    const inPage = new Set([...read('docs/configuration.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name));
    expect(inPage).toEqual(inCode);
  });

  it('names a command that an install links, built or not', () => {
    expect(existsSync(path.join(root, 'node_modules/.bin/latchkey'))).toBe(true);
  });

  it.each(pages)('has no dead link in %s', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, link]) => link ?? '');
    const dead = links.filter((link) => !existsSync(path.resolve(root, path.dirname(page), link)));
    expect(dead).toEqual([]);
  });
});

describe('the error table', () => {
  it('has no code that the server never answers with', () => {
    const folder = 'packages/server/src';
    const sources = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|[/\\])testing[/\\]/.test(file))
      .map((file) => read(path.join(folder, file)));
    const unused = Object.keys(knownErrors).filter((code) => !sources.some((source) => source.includes(`'${code}'`)));
    expect(unused).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  const document = createOpenApiDocument({ url: 'http://localhost:8102', version: '0' });

  it('describes every route of the table under its operation id', () => {
    const described = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId }) => operationId);
    expect(described.toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  it('has a schema for every error code, and every code a route names', () => {
    const { schemas } = document.components as { schemas: Record<string, unknown> };
    expect(Object.keys(schemas).toSorted()).toEqual(['KnownError', ...Object.keys(knownErrors)].toSorted());
  });

  it('names the error of a caller without a user wherever "me" stands for one', () => {
    const operations = Object.values(document.paths as Record<string, Record<string, object>>).flatMap((methods) =>
      Object.values(methods),
    );
    const takingMe = operations.filter((operation) => JSON.stringify(operation).includes('"const":"me"'));
    expect(takingMe.length).toBeGreaterThan(10);
    for (const operation of takingMe) expect(JSON.stringify(operation)).toContain('CANNOT_GET_OWN_USER_WITHOUT_USER');
  });

  it('describes each parameter of a path', () => {
    for (const [id, route] of Object.entries<Route>(routes)) {
      const named = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      const paths = document.paths as Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
      const operation = paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
      const described = operation?.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(described, id).toEqual(named);
    }
  });
});
