import { batchedLookup } from '../../database/batched-lookup.ts';
import type { Project } from '../../http/caller.ts';
import type { CallerSource, FoundProject, PresentedProjectKey } from '../../http/identify-caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { internalProjectId, type OverrideLevels, settingsFrom } from '../projects/index.ts';
import { type LookupRow, lookUpProjects } from './project-lookup.queries.ts';

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Finds the project of a request and whether its project key is live: the first read of every request, so all requests
 * of one turn of the event loop share one prepared statement.
 */
export function createProjectLookup(deps: Deps): CallerSource['findProject'] {
  const projectFrom = createProjectReader();

  const lookUp = batchedLookup<FoundProject>(async (tickets) => {
    const asked = tickets.map(readTicket);
    const rows = await lookUpProjects(deps.pool, {
      projectIds: [...new Set(asked.map(({ projectId }) => projectId))],
      keyHashes: asked.flatMap(({ hashes }) => hashes),
      now: deps.clock.now(),
    });
    const projects = new Map<string, Project>();
    const liveKeys = new Set<string>();
    for (const row of rows) {
      if (row.key_hash === null) projects.set(row.id, projectFrom(row));
      else liveKeys.add(`${row.id} ${row.key_kind} ${row.key_hash}`);
    }
    return matchTickets(asked, projects, liveKeys);
  });

  return async (projectId, key) => {
    if (projectId !== internalProjectId && !uuidPattern.test(projectId)) return null;
    return (await lookUp(writeTicket(deps, projectId, key))) ?? null;
  };
}

interface Ticket {
  ticket: string;
  projectId: string;
  kind: string | undefined;
  /** In hexadecimal; several while LATCHKEY_SECRET is being rotated. */
  hashes: string[];
}

/** What is asked in one text, by which equal questions of a turn are asked once. */
function writeTicket({ secrets }: Deps, projectId: string, key: PresentedProjectKey | null): string {
  if (key === null) return projectId;
  const hashes = secrets.possibleHashes('project-key', key.value).map((hash) => hash.toString('hex'));
  return [projectId, key.kind, ...hashes].join(' ');
}

function readTicket(ticket: string): Ticket {
  const [projectId = '', kind, ...hashes] = ticket.split(' ');
  return { ticket, projectId, kind, hashes };
}

function matchTickets(
  asked: readonly Ticket[],
  projects: ReadonlyMap<string, Project>,
  liveKeys: ReadonlySet<string>,
): Map<string, FoundProject> {
  const found = new Map<string, FoundProject>();
  for (const { ticket, projectId, kind, hashes } of asked) {
    const project = projects.get(projectId);
    if (project === undefined) continue;
    const hash = hashes.find((hash) => liveKeys.has(`${projectId} ${kind} ${hash}`));
    found.set(ticket, { project, liveKey: kind === undefined || hash === undefined ? null : { kind, hash } });
  }
  return found;
}

const maxRemembered = 1_000;

/** Remembers no truth, which is read each time: only what one text of overrides comes to. */
function createProjectReader(): (row: LookupRow & { key_hash: null }) => Project {
  const remembered = new Map<string, Project['settings']>();
  return ({ id, display_name, owner_team_id, overrides }) => {
    let settings = remembered.get(overrides);
    if (settings === undefined) {
      settings = parseSettings(overrides);
      if (remembered.size >= maxRemembered) remembered.clear();
      remembered.set(overrides, settings);
    }
    return { id, displayName: display_name, ownerTeamId: owner_team_id, settings };
  };
}

function parseSettings(overrides: string): Project['settings'] {
  const [project_overrides, branch_overrides, environment_overrides] = JSON.parse(overrides) as [
    OverrideLevels['project_overrides'],
    OverrideLevels['branch_overrides'],
    OverrideLevels['environment_overrides'],
  ];
  return Object.freeze(settingsFrom({ project_overrides, branch_overrides, environment_overrides }));
}
