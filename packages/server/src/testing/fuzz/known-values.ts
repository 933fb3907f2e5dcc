import { projectSettings } from '@latchkey/contract';
import fc from 'fast-check';
import { type SceneName, scenePassword } from './create-scene.ts';
import { hostileJson } from './hostile-values.ts';
import { refer } from './scene-reference.ts';

/** Rows by the end of the field that names them. */
const rowsByField: readonly [ending: RegExp, names: readonly SceneName[]][] = [
  [/user_id$|^owner_id$/, ['mine.alice', 'mine.bob', 'other.alice', 'operator.id']],
  [/team_id$/, ['mine.team', 'mine.team', 'other.team', 'operator.team']],
  [
    /api_key_id$|^ids$/,
    [
      'mine.user_key_id',
      'mine.team_key_id',
      'mine.revoked_key_id',
      'mine.expired_key_id',
      'mine.public_key_id',
      'other.user_key_id',
    ],
  ],
  [/session_id$/, ['mine.alice_session', 'mine.bob_session', 'other.alice_session']],
  [/contact_channel_id$/, ['mine.alice_channel', 'mine.bob_channel', 'other.alice_channel']],
  [/invitation_id$/, ['mine.invitation', 'other.invitation']],
  [/key_set_id$/, ['mine.key_set', 'other.key_set']],
  [/mail_id$/, ['mine.mail', 'other.mail']],
  [/project_id$/, ['mine.project', 'other.project']],
];
const allRows = rowsByField.flatMap(([, names]) => names);

/** The id of a row: one that the field means, one of another kind, one of nothing. */
export function rowId(field: string): fc.Arbitrary<string> {
  const [, fitting = allRows] = rowsByField.find(([ending]) => ending.test(field)) ?? [];
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...fitting).map((name) => refer(name)) },
    { weight: 1, arbitrary: fc.constantFrom(...allRows).map((name) => refer(name)) },
    { weight: 1, arbitrary: fc.uuid() },
  );
}

const permissionIds = [
  'team_admin',
  'team_member',
  '$manage_api_keys',
  '$invite_members',
  'editor',
  'reader',
  '$nothing',
];

const emails = fc.oneof(
  fc.constantFrom<SceneName>('mine.alice_email', 'mine.bob_email', 'other.alice_email').map((name) => refer(name)),
  fc.integer({ min: 0, max: 99_999 }).map((number) => `new-${number}@example.com`),
);

const settingKeys = Object.values(projectSettings).map(({ overrideKey }) => overrideKey);
const configKey = fc.constantFrom(
  ...settingKeys,
  ...['domains.trustedDomains.site', 'domains.trustedDomains.site.baseUrl', 'domains.trustedDomains.__proto__.baseUrl'],
  ...['apiKeys', 'domains', '__proto__', 'auth.constructor', '', '.', 'auth..password'],
);
const configJson = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'true',
      'false',
      'null',
      '"true"',
      '"https://example.com"',
      '{"a":{"baseUrl":"https://*.example.com"}}',
    ),
  },
  { weight: 1, arbitrary: hostileJson },
);
const configText = fc
  .array(fc.tuple(configKey, configJson), { maxLength: 4 })
  .map((entries) => `{${entries.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`);

const references = (...names: SceneName[]) => fc.constantFrom(...names).map((name) => refer(name));

/** As each list writes its own, one of which fits. */
const cursors = fc.constantFrom(
  ...[
    `1700000000000,${refer('mine.alice')}`,
    `999999999999999,${refer('mine.user_key_id')}`,
    `0,${refer('mine.team')}`,
  ],
  ...[`1700000000000_${refer('mine.alice_session')}`, `999999999999999_${refer('mine.bob_session')}`],
  ...[`${refer('mine.team')},${refer('mine.alice')},team_admin`, `${refer('mine.alice')},reader`, 'editor', '$'],
);

/** Texts that mean something to the server, by the name of the field that holds them. */
const textsByField: Record<string, fc.Arbitrary<string>> = {
  api_key: references(
    'mine.user_key',
    'mine.team_key',
    'mine.revoked_key',
    'mine.expired_key',
    'mine.public_key',
    'other.user_key',
    'mine.server_key',
  ),
  code: references(
    'mine.verification_code',
    'mine.reset_code',
    'mine.invitation_code',
    'other.reset_code',
    'operator.claim_code',
  ),
  refresh_token: references(
    'mine.alice_refresh_token',
    'mine.bob_refresh_token',
    'other.alice_refresh_token',
    'operator.refresh_token',
  ),
  client_id: references('mine.project', 'other.project'),
  client_secret: fc.oneof(
    references('mine.client_key', 'mine.server_key', 'other.client_key'),
    fc.constant('__stack_public_client__'),
  ),
  project_id: fc.oneof(references('mine.project', 'other.project'), fc.constant('internal')),
  permission_id: fc.constantFrom(...permissionIds),
  contained_permission_ids: fc.constantFrom(...permissionIds),
  id: fc.oneof(
    fc.constantFrom('editor', 'reader'),
    fc.nat(99).map((number) => `new:${number}`),
  ),
  password: fc.constantFrom(scenePassword, 'another-password', 'short'),
  old_password: fc.constant(scenePassword),
  new_password: fc.constantFrom('another-password', 'short'),
  callback_url: fc.constantFrom('http://localhost:3000/callback', 'https://example.com/x?y=1#z'),
  verification_callback_url: fc.constantFrom('http://localhost:3000/verify'),
  config_string: configText,
  config_override_string: configText,
  keys: configKey,
  domain: fc.constantFrom('https://example.com', 'https://*.example.com', 'http://localhost:3000'),
  handler_path: fc.constantFrom('/handler', '/'),
  include: fc.constantFrom('creator', 'creator,creator', ''),
  cursor: cursors,
  profile_image_url: fc.constantFrom('https://example.com/a.png', 'data:image/png;base64,iVBORw0KGgo='),
};

/** A text for a field, where its name says what it means: an e-mail address, a code, a permission. */
export function knownText(field: string): fc.Arbitrary<string> | undefined {
  if (/email$|^value$/.test(field)) return emails;
  if (/^logo_.*url$/.test(field)) return textsByField.profile_image_url;
  return Object.hasOwn(textsByField, field) ? textsByField[field] : undefined;
}
