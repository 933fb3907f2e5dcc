import {
  callDuring,
  createTestOperator,
  startTestServer,
  type TestOperator,
  type TestServer,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Deps } from '../../platform/deps.ts';
import { requireOtherOwner } from '../teams/index.ts';
import { createProject } from './create-project.ts';
import { internalProjectId } from './internal-project.ts';
import { loadProject } from './load-project.ts';
import { transferProject } from './transfer-project.ts';

/* The last member of a team leaves at the moment at which the team gets a project: one of the two has to fail. */
let server: TestServer;
let ada: TestOperator;
let projectId: string;
let newTeamId: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  const internal = await server.openInternalProject();
  ada = await createTestOperator(server, internal, 'Ada');
  newTeamId = (await internal.createTeam(ada)).id;
  const owned = { display_name: 'Shop', owner_team_id: ada.teamId };
  projectId = (await server.call(ada.client, 'POST', '/internal/projects', owned)).body.id;
});

const leave = () => server.call(ada.client, 'DELETE', `/team-memberships/${newTeamId}/me`);

/** A departure that is decided, and not committed yet. */
async function startLeaving(db: Deps['db']): Promise<void> {
  await requireOtherOwner(db, { projectId: internalProjectId, userId: ada.id, teamId: newTeamId });
  await db.deleteFrom('team_members').where('team_id', '=', newTeamId).execute();
}

/** What the use cases need to run in a transaction, called by Ada. */
async function callerIn(db: Deps['db']) {
  const session = { id: ada.id, userId: ada.id, restrictedReason: null };
  const caller = { access: 'client', project: await loadProject(db, internalProjectId), session } as const;
  return { deps: { ...server.deps, db }, caller };
}

const acquisitions = [
  {
    name: 'by creating one',
    start: async (db: Deps['db']) => {
      const { deps, caller } = await callerIn(db);
      await createProject(deps, caller, { display_name: 'Kiosk', owner_team_id: newTeamId });
    },
    call: () => server.call(ada.client, 'POST', '/internal/projects', { display_name: 'x', owner_team_id: newTeamId }),
  },
  {
    name: 'by being given one',
    start: async (db: Deps['db']) => {
      const { deps, caller } = await callerIn(db);
      await transferProject(deps, caller, { project_id: projectId, new_team_id: newTeamId });
    },
    call: () => {
      const transfer = { project_id: projectId, new_team_id: newTeamId };
      return server.call(ada.client, 'POST', '/internal/projects/transfer', transfer);
    },
  },
];

describe.each(acquisitions)('a team that gets a project $name', ({ start, call }) => {
  it('keeps its last member, who wants to leave at the same time', async () => {
    const answer = await callDuring(server.deps, start, leave);
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining('owns projects')]);
  });

  it('does not get it while it is being deleted', async () => {
    const answer = await callDuring(
      server.deps,
      (db) => db.deleteFrom('teams').where('id', '=', newTeamId).execute(),
      call,
    );
    expect([answer.status, answer.code]).toEqual([409, null]);
  });

  it('does not get it when its last member has just left', async () => {
    const answer = await callDuring(server.deps, startLeaving, call);
    expect([answer.status, answer.code]).toEqual([404, 'TEAM_MEMBERSHIP_NOT_FOUND']);
  });
});
