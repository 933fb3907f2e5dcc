import { Icon } from '@latchkey/ui';
import { optionId } from './option-id.ts';
import type { Command } from './command.ts';

export interface CommandListProps {
  /** Of the palette; that of the list is made from it. */
  id: string;
  commands: readonly Command[];
  active: Command | undefined;
  onPoint: (command: Command) => void;
  onChoose: (command: Command) => void;
}

/** The commands by group. The focus stays in the field, which names the active one. */
export function CommandList({ id, commands, active, onPoint, onChoose }: CommandListProps) {
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <div role="listbox" id={`${id}-list`} aria-label="Results" className="palette__list">
      {groups.map((group) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <div id={`${id}-${group}`} role="presentation" className="palette__group">
            {group}
          </div>
          {commands
            .filter((command) => command.group === group)
            .map((command) => (
              <div
                key={command.id}
                id={optionId(id, command)}
                role="option"
                aria-selected={command === active}
                className="palette__option"
                onPointerMove={() => {
                  if (command !== active) onPoint(command);
                }}
                onClick={() => onChoose(command)}
              >
                <Icon name={command.icon} />
                <span className="palette__label">{command.label}</span>
                {command.detail === undefined ? null : <span className="palette__detail">{command.detail}</span>}
              </div>
            ))}
        </div>
      ))}
    </div>
  );
}
