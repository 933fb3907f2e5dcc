'use client';
import type { CurrentUser } from '@latchkey/js';
import { Avatar, Icon, LinkButton, Menu, type MenuEntry, Skeleton } from '@latchkey/ui';
import type { ReactNode } from 'react';
import { ProblemDialog } from '../forms/problem-dialog.tsx';
import { useAction } from '../forms/use-action.ts';
import { Frame } from '../frame/frame.tsx';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useUser } from '../hooks/use-user.ts';
import { comeBack } from '../pages/return-address.ts';
import { useWords } from '../words/use-words.ts';

/** What `<UserButton/>` takes. */
export interface UserButtonProps {
  /** Shows the name beside the picture. Default: false. */
  showUserInfo?: boolean;
  /** Changes between the light and the dark theme of the application; given, the menu offers it. */
  colorModeToggle?: () => void | Promise<void>;
  /** Items of the application's own. */
  extraItems?: readonly { text: string; icon: ReactNode; onClick: () => void | Promise<void> }[];
}

/**
 * The picture of whoever is signed in, with a menu: account settings, theme, sign out. Signed out, a link to sign in.
 *
 * @example
 * import { UserButton } from '@latchkey/react';
 *
 * export function Header() {
 *   return (
 *     <header>
 *       <UserButton showUserInfo />
 *     </header>
 *   );
 * }
 */
export function UserButton(props: UserButtonProps) {
  return (
    <Frame className="lk-inline" skeleton={<Placeholder />}>
      <Content {...props} />
    </Frame>
  );
}

function Placeholder() {
  return (
    <div className="lk-user-button__placeholder" aria-busy="true">
      <Skeleton />
    </div>
  );
}

function Content(props: UserButtonProps) {
  const { urls } = useStackApp();
  const { text } = useWords();
  const user = useUser({ includeRestricted: true });
  if (user !== null) return <UserMenu user={user} {...props} />;
  return (
    <LinkButton
      href={urls.signIn}
      // At the press, not before: an application may have moved on meanwhile without this being rendered anew.
      onClick={(event) => (event.currentTarget.href = comeBack(urls.signIn))}
    >
      {text('auth.sign_in')}
    </LinkButton>
  );
}

function UserMenu({
  user,
  showUserInfo = false,
  colorModeToggle,
  extraItems = [],
}: UserButtonProps & { user: CurrentUser }) {
  const { urls } = useStackApp();
  const { text } = useWords();
  const action = useAction();
  const name = user.displayName ?? user.primaryEmail ?? text('account.unnamed');
  const items: MenuEntry[] = [
    { label: text('account.settings'), icon: <Icon name="user" />, href: urls.accountSettings },
    ...extraItems.map(({ text: label, icon, onClick }) => ({ label, icon, onSelect: () => void onClick() })),
    ...(colorModeToggle === undefined
      ? []
      : [{ label: text('account.change_theme'), icon: <Icon name="eye" />, onSelect: () => void colorModeToggle() }]),
    'separator',
    {
      label: text('auth.sign_out'),
      icon: <Icon name="sign-out" />,
      onSelect: () => void action.run(() => user.signOut()),
    },
  ];
  const avatar = <Avatar name={name} src={user.profileImageUrl} size="medium" />;
  const common = { label: text('account.menu', { name }), items, header: <Who user={user} name={name} /> };
  return (
    <>
      {showUserInfo ? (
        <Menu {...common} className="lk-user-button">
          {avatar}
          <span className="lk-user-button__name">{name}</span>
          <Icon name="chevron-down" />
        </Menu>
      ) : (
        <Menu {...common} icon={avatar} className="lk-user-button" />
      )}
      <ProblemDialog action={action} />
    </>
  );
}

function Who({ user, name }: { user: CurrentUser; name: string }) {
  return (
    <div className="lk-user-button__who">
      <strong>{name}</strong>
      {user.primaryEmail !== null && user.primaryEmail !== name ? (
        <span className="lk-muted">{user.primaryEmail}</span>
      ) : null}
    </div>
  );
}
