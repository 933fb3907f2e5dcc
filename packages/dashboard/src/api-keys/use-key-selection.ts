import type { HeldApiKey } from '@latchkey/react';
import type { RowSelection } from '@latchkey/ui';
import { useState } from 'react';
import { nameOfKey } from './name-of-key.ts';

/** The keys that are chosen, on this page and on those seen before; as they were when they were chosen. */
export function useKeySelection(rows: readonly HeldApiKey[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, HeldApiKey>>(new Map());
  const onChange = (ids: ReadonlySet<string>) => {
    const known = new Map([...chosen, ...rows.map((key) => [key.id, key] as const)]);
    setChosen(new Map([...known].filter(([id]) => ids.has(id))));
  };
  const selection: RowSelection<HeldApiKey> = {
    selected: new Set(chosen.keys()),
    onChange,
    pageLabel: 'Select all keys on this page',
    rowLabel: (key) => `Select ${nameOfKey(key)}`,
  };
  return { keys: [...chosen.values()], selection, clear: () => setChosen(new Map()) };
}
