import fc from 'fast-check';
import { changeNode, countNodes, emptyObject, type JsonTree } from './json-tree.ts';
import { hostileEscape, hostileHeaderValue, hostileJson, hostileText } from './hostile-values.ts';
import { bytesOf, percentEncode, type RequestDraft } from './request-draft.ts';
import { type Damage, damage, damageReferences } from './scene-reference.ts';

/** One thing wrong with a request. */
export type Mutation = (draft: RequestDraft) => RequestDraft;

/** Any number, to be brought down to the places there are. */
const place = fc.nat(10_000);

const hostileNode: fc.Arbitrary<JsonTree> = hostileJson.map((text) => ({ text }));

type NodeChange = (node: JsonTree) => JsonTree | null;

const nodeChange: fc.Arbitrary<NodeChange> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<NodeChange>(() => null) },
  {
    weight: 8,
    arbitrary: hostileNode.map(
      (hostile): NodeChange =>
        () =>
          hostile,
    ),
  },
  { weight: 1, arbitrary: fc.constant<NodeChange>((node) => ({ items: [node, node] })) },
  { weight: 1, arbitrary: fc.constant<NodeChange>((node) => ({ entries: [['value', node]] })) },
  {
    weight: 3,
    arbitrary: fc.tuple(hostileText, hostileNode).map(([name, value]): NodeChange => addEntry(name, value)),
  },
  { weight: 1, arbitrary: hostileNode.map((value): NodeChange => repeatFirstEntry(value)) },
  { weight: 1, arbitrary: damage.map((damage): NodeChange => damageText(damage)) },
);

function addEntry(name: string, value: JsonTree): NodeChange {
  return (node) => ('entries' in node ? { entries: [...node.entries, [name, value]] } : node);
}

function repeatFirstEntry(value: JsonTree): NodeChange {
  return (node) => {
    const [first] = 'entries' in node ? node.entries : [];
    return first === undefined ? node : addEntry(first[0], value)(node);
  };
}

function damageText(damage: Damage): NodeChange {
  return (node) => ('text' in node ? { text: damageReferences(node.text, damage) } : node);
}

const changeBody: fc.Arbitrary<Mutation> = fc.tuple(place, nodeChange).map(([position, change]) => (draft) => {
  const { body } = draft;
  if (body === null || 'bytes' in body) return draft;
  return { ...draft, body: changeNode(body, position % countNodes(body), change) };
});

type ByteChange = (bytes: string, position: number) => string;

const byteChange: fc.Arbitrary<ByteChange> = fc.oneof(
  fc.constant<ByteChange>((bytes, position) => bytes.slice(0, position)),
  fc
    .constantFrom(
      '\xff',
      '\xed\xa0\x80',
      '\xc0\xaf',
      '\xf5\x80\x80\x80',
      '\0',
      '\xef\xbb\xbf',
      '"',
      '}',
      '\\',
      '&',
      '%',
      '=',
    )
    .map(
      (inserted): ByteChange =>
        (bytes, position) =>
          bytes.slice(0, position) + inserted + bytes.slice(position),
    ),
  fc.constant<ByteChange>((bytes) => Buffer.from(bytes, 'utf16le').toString('latin1')),
  fc.integer({ min: 60_000, max: 80_000 }).map(
    (length): ByteChange =>
      (bytes) =>
        bytes.padEnd(length),
  ),
  fc.constant<ByteChange>((bytes) => bytes + bytes),
);

const changeBytes: fc.Arbitrary<Mutation> = fc.tuple(place, byteChange).map(([position, change]) => (draft) => {
  const bytes = bytesOf(draft.body);
  return { ...draft, body: { bytes: change(bytes, position % (bytes.length + 1)) } };
});

const changeContentType: fc.Arbitrary<Mutation> = fc
  .oneof(
    fc.constantFrom(null, 'application/json; charset=utf-16', 'APPLICATION/JSON ;', 'application/jsonp', 'text/plain'),
    fc.constantFrom(
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/octet-stream',
      'text/html',
    ),
    fc.constantFrom('/', ';', 'a/b;c="', 'application/json, text/plain', '*/*', '__proto__', 'text/plain;'.repeat(300)),
    hostileHeaderValue,
  )
  .map((contentType) => (draft) => ({ ...draft, contentType }));

const dropBody: fc.Arbitrary<Mutation> = fc.constant((draft) => ({ ...draft, body: null }));
const addBody: fc.Arbitrary<Mutation> = fc.constant((draft) => ({ ...draft, body: draft.body ?? emptyObject }));

const queryPiece = fc.oneof(
  fc.tuple(hostileText, hostileText).map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`),
  hostileEscape,
  fc.constantFrom(
    'a[]=1',
    'a[b]=1',
    'a.b=1',
    'limit',
    'limit=',
    'limit=1&limit=2',
    '=',
    '&',
    '__proto__=1',
    '__proto__[a]=1',
  ),
  fc.integer({ min: 1, max: 3_000 }).map((count) => 'a=1&'.repeat(count)),
);

const changeQuery: fc.Arbitrary<Mutation> = fc.oneof(
  queryPiece.map((piece): Mutation => (draft) => ({ ...draft, query: [...draft.query, piece] })),
  place.map(
    (position): Mutation =>
      (draft) =>
        withQueryPiece(draft, position, () => []),
  ),
  place.map(
    (position): Mutation =>
      (draft) =>
        withQueryPiece(draft, position, (piece) => [piece, piece]),
  ),
  place.map(
    (position): Mutation =>
      (draft) =>
        withQueryPiece(draft, position, (piece) => [piece.replace('=', '[]=')]),
  ),
  fc.tuple(place, hostileText).map(
    ([position, value]): Mutation =>
      (draft) =>
        withQueryPiece(draft, position, (piece) => [`${piece.split('=', 1)[0]}=${percentEncode(value)}`]),
  ),
  fc.tuple(place, hostileEscape).map(
    ([position, escape]): Mutation =>
      (draft) =>
        withQueryPiece(draft, position, (piece) => [piece + escape]),
  ),
);

function withQueryPiece(draft: RequestDraft, position: number, change: (piece: string) => string[]): RequestDraft {
  const chosen = position % Math.max(1, draft.query.length);
  return { ...draft, query: draft.query.flatMap((piece, index) => (index === chosen ? change(piece) : [piece])) };
}

const pathChange: fc.Arbitrary<(segment: string) => string> = fc.oneof(
  hostileText.map((text) => () => percentEncode(text)),
  hostileEscape.map((escape) => (segment: string) => segment + escape),
  hostileEscape.map((escape) => () => escape),
  fc.constantFrom(
    (segment: string) => segment.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()),
    (segment: string) => `${segment}/`,
    () => '',
  ),
  damage.map((damage) => (segment: string) => damageReferences(segment, damage)),
);

const changePath: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(place, pathChange).map(([position, change]): Mutation => (draft) => {
      const [, ...segments] = draft.path.split('/');
      // Mostly behind /api/v1, where routes tell paths apart.
      const chosen =
        position % 10 === 0 ? position % segments.length : 2 + (position % Math.max(1, segments.length - 2));
      const changed = segments.map((segment, index) => (index === chosen ? change(segment) : segment));
      return { ...draft, path: `/${changed.join('/')}` };
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Mutation>((draft) => ({ ...draft, path: draft.path.replace('/v1/', '/latest/') })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        '/',
        '/claim',
        '/health',
        '/docs',
        '/docs/',
        '/docs/static/%2e%2e%2f%2e%2e',
        '/openapi.json',
        '/api/v1',
      )
      .map((path): Mutation => (draft) => ({ ...draft, path })),
  },
);

const headerNames = [
  ...[
    'access-type',
    'project-id',
    'branch-id',
    'publishable-client-key',
    'secret-server-key',
    'super-secret-admin-key',
  ],
  ...['admin-access-token', 'access-token', 'refresh-token', 'allow-anonymous-user', 'allow-restricted-user'],
  ...['override-error-status', 'client-version', 'random-nonce'],
] as const;

const changeHeaders: fc.Arbitrary<Mutation> = fc.oneof(
  place.map(
    (position): Mutation =>
      (draft) =>
        withHeader(draft, position, () => []),
  ),
  fc.tuple(place, hostileHeaderValue).map(
    ([position, hostile]): Mutation =>
      (draft) =>
        withHeader(draft, position, ([name]) => [[name, hostile]]),
  ),
  fc.tuple(place, damage).map(
    ([position, damage]): Mutation =>
      (draft) =>
        withHeader(draft, position, ([name, value]) => [[name, damageReferences(value, damage)]]),
  ),
  place.map(
    (position): Mutation =>
      (draft) =>
        withHeader(draft, position, (header) => [header, header]),
  ),
  fc
    .tuple(fc.constantFrom(...headerNames), fc.oneof(fc.constantFrom('true', 'main', ''), hostileHeaderValue))
    .map((added): Mutation => (draft) => ({ ...draft, headers: [...draft.headers, added] })),
  fc.constant<Mutation>((draft) => ({ ...draft, headers: [...draft.headers, ['override-error-status', 'true']] })),
  fc.constant<Mutation>((draft) => ({
    ...draft,
    spelling: draft.spelling === 'x-stack-' ? 'x-hexclave-' : 'x-stack-',
  })),
);

function withHeader(
  draft: RequestDraft,
  position: number,
  change: (header: readonly [string, string]) => (readonly [string, string])[],
): RequestDraft {
  const chosen = position % Math.max(1, draft.headers.length);
  return {
    ...draft,
    headers: draft.headers.flatMap((header, index) => (index === chosen ? change(header) : [header])),
  };
}

const changeMethod: fc.Arbitrary<Mutation> = fc
  .constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE', 'M-SEARCH')
  .map((method) => (draft) => ({ ...draft, method }));

/** What can be wrong with a request, from its method to its last byte. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 12, arbitrary: changeBody },
  { weight: 2, arbitrary: changeBytes },
  { weight: 1, arbitrary: changeContentType },
  { weight: 1, arbitrary: fc.oneof(dropBody, addBody) },
  { weight: 4, arbitrary: changeQuery },
  { weight: 4, arbitrary: changePath },
  { weight: 5, arbitrary: changeHeaders },
  { weight: 1, arbitrary: changeMethod },
);
