import { UserButton } from '@latchkey/react';
import { useTheme } from './use-theme.ts';

const nextTheme = { system: 'dark', dark: 'light', light: 'system' } as const;

/** Who is signed in, and what they can change about themselves and the looks. */
export function AccountMenu() {
  const { theme, setTheme } = useTheme();
  return <UserButton showUserInfo colorModeToggle={() => setTheme(nextTheme[theme])} />;
}
