import type { Theme } from '@latchkey/react';

/** What the dashboard can look like. */
export const themes: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: 'Look of the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];
