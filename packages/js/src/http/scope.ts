import type { ResourceCache } from '../cache/resource-cache.ts';
import type { PageUrls } from '../pages/page-urls.ts';
import type { ApiClient } from './api-client.ts';

/** What every object of the SDK stands on: the API as its caller sees it, what is shown of it, and the application's pages. */
export interface Scope {
  readonly api: ApiClient;
  readonly cache: ResourceCache;
  readonly pages: PageUrls;
}

/** Under this an object keeps its scope, out of sight of logs and JSON. */
export const scopeSymbol: unique symbol = Symbol('latchkey.scope');

/** An object of the SDK. */
export interface Scoped {
  readonly [scopeSymbol]: Scope;
}

/** What an object stands on. For packages that bind the SDK to a framework; applications have no need of it. */
export function scopeOf(object: Scoped): Scope {
  return object[scopeSymbol];
}

/** Gives an object its scope, unseen by `console.log`, spread and JSON. */
export function setScope(object: object, scope: Scope): void {
  Object.defineProperty(object, scopeSymbol, { value: scope });
}
