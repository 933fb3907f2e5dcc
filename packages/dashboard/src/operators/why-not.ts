/** What decides whether a team can lose somebody, or end. */
export interface TeamSize {
  members: readonly unknown[];
  projects: readonly unknown[];
}

/** Why a member cannot go; null: they can. */
export function whyNobodyLeaves({ members, projects }: TeamSize): string | null {
  if (members.length > 1 || projects.length === 0) return null;
  return `The last member of a team that owns ${countProjects(projects)} cannot go: nobody could administer ${projects.length === 1 ? 'it' : 'them'} any more. Invite another operator first.`;
}

/** Why a team cannot be deleted; null: it can. */
export function whyTeamStays({ projects }: TeamSize): string | null {
  if (projects.length === 0) return null;
  return `A team that owns ${countProjects(projects)} cannot be deleted. Delete ${projects.length === 1 ? 'it' : 'them'}, or hand ${projects.length === 1 ? 'it' : 'them'} to another team, first.`;
}

function countProjects(projects: readonly unknown[]): string {
  return projects.length === 1 ? 'a project' : `${projects.length} projects`;
}
