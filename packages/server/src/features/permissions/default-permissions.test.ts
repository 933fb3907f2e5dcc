import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listDefaultPermissions, listUserIdsWithTeamPermission, setDefaultPermissions } from './index.ts';

/* What the project's configuration sets, as its feature calls it; and what new members and users then get, through HTTP. */
let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
});

async function define(scope: 'team' | 'project', id: string) {
  expect((await server.call(project.admin, 'POST', `/${scope}-permission-definitions`, { id })).status).toBe(201);
}

async function heldBy(userId: string, path = 'team-permissions'): Promise<string[]> {
  const { body } = await server.call(project.server, 'GET', `/${path}?user_id=${userId}`);
  return body.items.map(({ id }: { id: string }) => id);
}

describe('default permissions', () => {
  it('of a new project are team_admin for creators and team_member for members', async () => {
    expect(await listDefaultPermissions(server.deps.db, project.id)).toEqual({
      teamCreator: ['team_admin'],
      teamMember: ['team_member'],
      user: [],
    });
  });

  it('are what creators, members and users get from then on, and nobody before', async () => {
    await define('team', 'founder');
    await define('team', 'newcomer');
    await define('project', 'reader');
    const before = await project.createUser();
    const oldTeam = await project.createTeam(before);
    await setDefaultPermissions(server.deps.db, project.id, {
      teamCreator: ['founder', '$update_team'],
      teamMember: ['newcomer'],
      user: ['reader'],
    });

    const creator = await project.createUser();
    const member = await project.createUser();
    const team = await project.createTeam(creator);
    await project.addMember(team.id, member);
    await project.addMember(oldTeam.id, member);
    expect(await heldBy(creator.id)).toEqual(['$update_team', 'founder']);
    expect(await heldBy(member.id)).toEqual(['newcomer', 'newcomer']);
    expect(await heldBy(creator.id, 'project-permissions')).toEqual(['reader']);
    expect(await heldBy(before.id)).toEqual(['team_admin']);
    expect(await heldBy(before.id, 'project-permissions')).toEqual([]);
  });

  it('are replaced list by list, and can be none', async () => {
    await setDefaultPermissions(server.deps.db, project.id, { teamMember: [] });
    expect(await listDefaultPermissions(server.deps.db, project.id)).toEqual({
      teamCreator: ['team_admin'],
      teamMember: [],
      user: [],
    });
    const member = await project.createUser();
    await project.addMember((await project.createTeam(null)).id, member);
    expect(await heldBy(member.id)).toEqual([]);
  });

  it.each([
    ['an unknown one', { teamCreator: ['nowhere'] }, 'PERMISSION_NOT_FOUND'],
    ['one of the project for teams', { teamMember: ['reader'] }, 'WRONG_PERMISSION_SCOPE'],
    ['one of teams for users', { teamMember: [], user: ['team_member'] }, 'WRONG_PERMISSION_SCOPE'],
  ])('cannot be %s, and then stay', async (_title, changes, code) => {
    await define('project', 'reader');
    const before = await server.snapshot(['permission_definitions']);
    await expect(setDefaultPermissions(server.deps.db, project.id, changes)).rejects.toMatchObject({ code });
    expect(await server.snapshot(['permission_definitions'])).toEqual(before);
  });
});

describe('who holds a permission in a team', () => {
  it('are the members who were granted it, or anything that contains it', async () => {
    const [creator, member, stranger] = await Promise.all([
      project.createUser(),
      project.createUser(),
      project.createUser(),
    ]);
    const team = await project.createTeam(creator);
    await project.addMember(team.id, member);
    await project.createTeam(stranger);
    const holders = (permissionId: string) =>
      listUserIdsWithTeamPermission(server.deps.db, { projectId: project.id, teamId: team.id, permissionId });
    expect(await holders('$manage_api_keys')).toEqual([creator.id]);
    expect(await holders('$read_members')).toEqual([creator.id, member.id].sort());
    expect(await holders('nowhere')).toEqual([]);
    expect(
      await listUserIdsWithTeamPermission(server.deps.db, {
        projectId: (await server.createProject()).id,
        teamId: team.id,
        permissionId: '$read_members',
      }),
    ).toEqual([]);
  });
});
