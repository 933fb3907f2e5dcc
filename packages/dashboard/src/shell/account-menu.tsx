import { ProblemDialog, useAction } from '@latchkey/react/forms';
import { Avatar, Icon, Menu, type MenuEntry } from '@latchkey/ui';
import { useNavigate } from '@tanstack/react-router';
import { useOperator } from '../session/use-operator.ts';
import { themes } from './themes.ts';
import { useTheme } from './use-theme.ts';

/** Who is signed in, what they can change about themselves, and the looks. */
export function AccountMenu() {
  const operator = useOperator();
  const { theme, setTheme } = useTheme();
  const navigate = useNavigate();
  const action = useAction();
  const name = operator.displayName ?? operator.primaryEmail ?? 'Operator';
  const items: MenuEntry[] = [
    { label: 'Your account', icon: <Icon name="user" />, onSelect: () => void navigate({ to: '/account' }) },
    'separator',
    ...themes.map(({ id, label }) => ({ label, checked: id === theme, onSelect: () => setTheme(id) })),
    'separator',
    { label: 'Sign out', icon: <Icon name="sign-out" />, onSelect: () => void action.run(() => operator.signOut()) },
  ];
  return (
    <>
      <Menu className="account-menu" label={`Account of ${name}`} items={items} align="start">
        <Avatar name={name} src={operator.profileImageUrl} />
        <span className="account-menu__name">{name}</span>
        <Icon name="chevron-down" />
      </Menu>
      <ProblemDialog action={action} />
    </>
  );
}
