import type { TestAnswer, TestCaller, TestProject, TestServer, TestUser } from '@latchkey/test-kit';
import { deriveClaimCodes } from '../../features/installation/claim-code.ts';
import { issueVerificationCode } from '../../features/verification-codes/index.ts';

/** The password of everybody in a scene. */
export const scenePassword = 'correct-horse-battery';
/** By bcrypt at its least cost: scenes are many. */
const scenePasswordHash = '$2b$04$ahe9tngP6FRghE/9mfrYy.Bn4MxElDhiz7KvOdq4nUIftlwJvciJK';

export type SceneName = `${'mine' | 'other'}.${keyof Tenant}` | `operator.${keyof Operator}`;

/** What requests can be about: names of existing rows, keys and tokens, each with its present value. */
export type Scene = Readonly<Record<SceneName, string>>;

type Tenant = Awaited<ReturnType<typeof createTenant>>;
type Operator = Awaited<ReturnType<typeof createOperator>>;

/** Two projects with a few rows of everything, owned by one operator. Requests are hostile to it, so it does not last. */
export async function createScene(server: TestServer): Promise<Scene> {
  await server.deps.pool.query('truncate throttles');
  const operator = await createOperator(server);
  const [mine, other] = await Promise.all([createTenant(server, operator), createTenant(server, operator)]);
  const parts = Object.entries({ operator, mine, other }).flatMap(([part, values]) =>
    Object.entries(values).map(([name, value]) => [`${part}.${name}`, value] as const),
  );
  return Object.fromEntries(parts) as Scene;
}

/** Of the project `internal`, which outlives the scene: its settings are put back to what they were. */
async function createOperator(server: TestServer) {
  await server.deps.pool.query(
    "update projects set branch_overrides = '{}', environment_overrides = '{}' where id = 'internal'",
  );
  const internal = await server.openInternalProject();
  const { id, client, refreshToken } = await internal.createUser({
    primary_email: `operator@${crypto.randomUUID()}.example`,
  });
  const teams = await server.call(internal.server, 'GET', `/teams?user_id=${id}`);
  return {
    id,
    token: tokenOf(client),
    refresh_token: refreshToken,
    team: String(succeed(teams).body.items[0].id),
    client_key: client['x-stack-publishable-client-key'] ?? '',
    server_key: internal.server['x-stack-secret-server-key'] ?? '',
    admin_key: internal.admin['x-stack-super-secret-admin-key'] ?? '',
    claim_code: await renewClaimCode(server),
  };
}

async function renewClaimCode({ deps }: TestServer): Promise<string> {
  const nonce = deps.random.bytes(16);
  const [code = ''] = deriveClaimCodes(deps.secrets, nonce);
  await deps.db
    .updateTable('installation')
    .set({ claim_code_nonce: nonce, claim_code_hash: deps.secrets.hash('claim-code', code).hash, claimed_at: null })
    .execute();
  return code;
}

async function createTenant(server: TestServer, operator: Operator) {
  const project = await server.createProject({
    allow_user_api_keys: true,
    allow_team_api_keys: true,
    client_team_creation_enabled: true,
    client_user_deletion_enabled: true,
  });
  await server.deps.db
    .updateTable('projects')
    .set({ owner_team_id: operator.team })
    .where('id', '=', project.id)
    .execute();
  const alice = await createPerson(server, project, 'alice');
  const bob = await createPerson(server, project, 'bob');
  const { id: team } = await project.createTeam(alice);
  succeed(await server.call(project.admin, 'POST', '/team-permission-definitions', { id: 'editor' }));
  succeed(await server.call(project.admin, 'POST', '/project-permission-definitions', { id: 'reader' }));
  await project.addMember(team, bob);
  return {
    project: project.id,
    client_key: project.client['x-stack-publishable-client-key'] ?? '',
    server_key: project.server['x-stack-secret-server-key'] ?? '',
    admin_key: project.admin['x-stack-super-secret-admin-key'] ?? '',
    key_set: String(succeed(await server.call(project.admin, 'GET', '/internal/api-keys')).body.items[0].id),
    team,
    ...valuesOf('alice', alice),
    ...valuesOf('bob', bob),
    ended_token: await endSession(server, project, bob.id),
    ...(await createKeys(server, project, { userId: alice.id, teamId: team })),
    ...(await createCodes(server, project, { alice, team })),
  };
}

interface Person extends TestUser {
  email: string;
  session: string;
  channel: string;
}

async function createPerson(server: TestServer, project: TestProject, name: string): Promise<Person> {
  const email = `${name}@${crypto.randomUUID()}.example`;
  const user = await project.createUser({
    primary_email: email,
    primary_email_auth_enabled: true,
    password_hash: scenePasswordHash,
  });
  const first = async (path: string): Promise<string> =>
    String(succeed(await server.call(user.client, 'GET', `${path}?user_id=me`)).body.items[0].id);
  return { ...user, email, session: await first('/auth/sessions'), channel: await first('/contact-channels') };
}

function valuesOf<Name extends string>(name: Name, { id, email, client, refreshToken, session, channel }: Person) {
  return {
    [name]: id,
    [`${name}_email`]: email,
    [`${name}_token`]: tokenOf(client),
    [`${name}_refresh_token`]: refreshToken,
    [`${name}_session`]: session,
    [`${name}_channel`]: channel,
  } as Record<Name | `${Name}_${'email' | 'token' | 'refresh_token' | 'session' | 'channel'}`, string>;
}

async function endSession(server: TestServer, project: TestProject, userId: string): Promise<string> {
  const { client } = await project.signIn(userId);
  succeed(await server.call(client, 'DELETE', '/auth/sessions/current', {}));
  return tokenOf(client);
}

async function createKeys(server: TestServer, project: TestProject, owner: { userId: string; teamId: string }) {
  const create = async (path: string, fields: object): Promise<{ id: string; value: string }> =>
    succeed(
      await server.call(project.server, 'POST', path, { description: 'a key', expires_at_millis: null, ...fields }),
    ).body;
  const ofUser = (fields: object = {}) => create('/user-api-keys', { user_id: owner.userId, ...fields });
  const user = await ofUser();
  const isPublic = await ofUser({ is_public: true });
  const expired = await ofUser({ expires_at_millis: 0 });
  const revoked = await ofUser();
  succeed(await server.call(project.server, 'PATCH', `/user-api-keys/${revoked.id}`, { revoked: true }));
  const team = await create('/team-api-keys', { team_id: owner.teamId });
  return {
    ...{ user_key: user.value, user_key_id: user.id, public_key: isPublic.value, public_key_id: isPublic.id },
    ...{
      expired_key: expired.value,
      expired_key_id: expired.id,
      revoked_key: revoked.value,
      revoked_key_id: revoked.id,
    },
    ...{ team_key: team.value, team_key_id: team.id },
  };
}

async function createCodes(server: TestServer, project: TestProject, { alice, team }: { alice: Person; team: string }) {
  const issue = async (kind: Parameters<typeof issueVerificationCode>[2]['kind'], fields: object) => {
    const wanted = { projectId: project.id, kind, email: alice.email, lifetimeSeconds: 86_400, ...fields };
    return (await issueVerificationCode(server.deps, server.deps.db, wanted)).code;
  };
  const invitation = { email: alice.email, team_id: team, callback_url: 'http://localhost:3000/join' };
  succeed(await server.call(project.server, 'POST', '/team-invitations/send-code', invitation));
  const invitations = succeed(await server.call(project.server, 'GET', `/team-invitations?team_id=${team}`));
  const mails = succeed(await server.call(project.admin, 'GET', '/latchkey/mails'));
  return {
    verification_code: await issue('email_verification', { userId: alice.id, contactChannelId: alice.channel }),
    reset_code: await issue('password_reset', { userId: alice.id }),
    invitation_code: await issue('team_invitation', { teamId: team }),
    invitation: String(invitations.body.items[0].id),
    mail: String(mails.body.items[0].id),
  };
}

function tokenOf(client: TestCaller): string {
  return client['x-stack-access-token'] ?? '';
}

function succeed(answer: TestAnswer): TestAnswer {
  if (answer.status >= 300) throw new Error(`a scene cannot be set: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
