import { CodeBlock, EmptyState, Icon } from '@latchkey/ui';

const code = `const user = await app.getUser({ or: 'redirect' });
const team = await user.createTeam({ displayName: 'Northwind' });`;

/** What stands where the project has no team yet: how the first one comes about. */
export function NoTeams() {
  return (
    <EmptyState
      icon={<Icon name="team" size={24} />}
      title="No teams yet"
      action={<CodeBlock code={code} label="Create a team" copyLabel="Copy" copiedLabel="Copied" />}
    >
      Let your users create teams, under Sign-in, or create one here and choose its first member.
    </EmptyState>
  );
}
