'use client';
import type { CurrentUser, Team } from '@latchkey/js';
import { Avatar, classNames, Icon, Menu, type MenuEntry, Skeleton } from '@latchkey/ui';
import { useState } from 'react';
import { ProblemDialog } from '../forms/problem-dialog.tsx';
import { type Action, useAction } from '../forms/use-action.ts';
import { Frame } from '../frame/frame.tsx';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useUser } from '../hooks/use-user.ts';
import { useWords } from '../words/use-words.ts';
import { CreateTeamDialog } from './create-team-dialog.tsx';

/** What `<SelectedTeamSwitcher/>` takes. */
export interface SelectedTeamSwitcherProps<AllowNull extends boolean = false> {
  /** Where to go once a team is selected. */
  urlMap?: (team: AllowNull extends true ? Team | null : Team) => string;
  /** The team that the page is about, where that is not the one that the user has selected. */
  selectedTeam?: Team;
  /** Leaves the user's selection as it is: the application keeps its own. Default: false. */
  noUpdateSelectedTeam?: boolean;
  /** Offers to select none. Default: false. */
  allowNull?: AllowNull;
  /** What no team is called. */
  nullLabel?: string;
  onChange?: (team: AllowNull extends true ? Team | null : Team) => void;
  /** For the button. */
  triggerClassName?: string;
}

/**
 * Shows which of the user's teams is selected, and selects another. Nothing where nobody is signed in.
 *
 * @example
 * import { SelectedTeamSwitcher } from '@latchkey/react';
 *
 * export function Header() {
 *   return <SelectedTeamSwitcher urlMap={(team) => `/teams/${team.id}`} />;
 * }
 */
export function SelectedTeamSwitcher<AllowNull extends boolean = false>(props: SelectedTeamSwitcherProps<AllowNull>) {
  // What null is allowed for, the props above tell their users; inside, it may always be.
  const { allowNull = false, ...rest } = props as SelectedTeamSwitcherProps<boolean>;
  return (
    <Frame className="lk-inline" skeleton={<Placeholder />}>
      <Switcher allowNull={allowNull} {...rest} />
    </Frame>
  );
}

function Placeholder() {
  return (
    <div className="lk-switcher__placeholder" aria-busy="true">
      <Skeleton />
    </div>
  );
}

function Switcher(props: SelectedTeamSwitcherProps<boolean>) {
  const user = useUser();
  return user === null ? null : <TeamMenu user={user} {...props} />;
}

function TeamMenu({ user, ...props }: SelectedTeamSwitcherProps<boolean> & { user: CurrentUser }) {
  const { selectedTeam = user.selectedTeam, allowNull, nullLabel, triggerClassName } = props;
  const app = useStackApp();
  const { config } = app.useProject();
  const { text } = useWords();
  const teams = user.useTeams();
  const action = useAction();
  const select = useSelect(user, action, props);
  const [isCreating, setIsCreating] = useState(false);
  const noTeam = nullLabel ?? text('account.no_team');
  const items: MenuEntry[] = [
    ...(allowNull ? [{ label: noTeam, checked: selectedTeam === null, onSelect: () => select(null) }] : []),
    ...teams.map((team) => ({
      label: team.displayName,
      icon: <Avatar name={team.displayName} src={team.profileImageUrl} shape="square" />,
      checked: team.id === selectedTeam?.id,
      onSelect: () => select(team),
    })),
    ...(config.clientTeamCreationEnabled
      ? [
          ...(teams.length > 0 || allowNull ? (['separator'] as const) : []),
          { label: text('account.create_team'), icon: <Icon name="plus" />, onSelect: () => setIsCreating(true) },
        ]
      : []),
  ];
  const current = selectedTeam?.displayName ?? (teams.length > 0 ? text('account.choose_team') : noTeam);
  return (
    <>
      <Menu
        label={text('account.teams_menu')}
        items={items.length > 0 ? items : [{ label: text('account.no_teams_yet'), disabled: true }]}
        variant="secondary"
        align="start"
        className={classNames('lk-switcher', triggerClassName)}
      >
        {selectedTeam === null ? (
          <Icon name="team" />
        ) : (
          <Avatar name={selectedTeam.displayName} src={selectedTeam.profileImageUrl} shape="square" />
        )}
        <span className="lk-switcher__name">{current}</span>
        <Icon name="chevron-down" />
      </Menu>
      <CreateTeamDialog user={user} open={isCreating} onClose={() => setIsCreating(false)} onCreated={select} />
      <ProblemDialog action={action} />
    </>
  );
}

function useSelect(user: CurrentUser, { run }: Action, props: SelectedTeamSwitcherProps<boolean>) {
  const { urlMap, onChange, noUpdateSelectedTeam = false } = props;
  const app = useStackApp();
  return (team: Team | null): void =>
    void run(async () => {
      if (!noUpdateSelectedTeam && team?.id !== user.selectedTeam?.id) await user.setSelectedTeam(team);
      onChange?.(team);
      if (urlMap !== undefined) app.redirectTo(new URL(urlMap(team), location.href));
    });
}
