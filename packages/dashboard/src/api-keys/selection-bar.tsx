import type { HeldApiKey } from '@latchkey/react';
import { Button } from '@latchkey/ui';
import { countOf } from '../figures/count-of.ts';

export interface SelectionBarProps {
  keys: readonly HeldApiKey[];
  onClear: () => void;
  onRevoke: () => void;
}

/** How many keys are chosen, and what can be done with them; nothing where none is. */
export function SelectionBar({ keys, onClear, onRevoke }: SelectionBarProps) {
  if (keys.length === 0) return null;
  return (
    <div className="selection-bar" role="status">
      <span className="lk-num">{countOf(keys.length, 'key')} selected</span>
      <Button size="small" variant="ghost" onClick={onClear}>
        Clear selection
      </Button>
      <Button size="small" variant="danger" onClick={onRevoke}>
        Revoke…
      </Button>
    </div>
  );
}
