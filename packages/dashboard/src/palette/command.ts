import type { IconName } from '@latchkey/ui';

/** One line of the command palette. */
export interface Command {
  /** Unique among those shown. */
  id: string;
  group: 'Found' | 'Pages' | 'Actions' | 'Projects';
  icon: IconName;
  label: string;
  /** At the far end: an address, the last four of a key. */
  detail?: string | undefined;
  /** Other words by which it is found. */
  words?: string;
  onSelect: () => void;
}
