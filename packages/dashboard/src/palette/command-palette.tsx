import { Dialog, Icon } from '@latchkey/ui';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { pastedKey } from '../api-keys/pasted-key.ts';
import { CommandList } from './command-list.tsx';
import type { Command } from './command.ts';
import { filterCommands } from './filter-commands.ts';
import { optionId } from './option-id.ts';
import { useCommands } from './use-commands.ts';
import { useFound } from './use-found.ts';

/** Finds pages, actions, projects, users, teams and keys by a few letters. What is typed stays here: it gets into no address. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const { commands, isSearching } = useLines(query.trim());
  const active = commands.find((command) => command.id === activeId) ?? commands[0];
  useActiveInView(active && optionId(id, active));

  const choose = (command: Command) => {
    // First, so that the page that follows has the focus.
    onClose();
    command.onSelect();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      choose(active);
    }
    const step = steps[event.key];
    if (step === undefined || active === undefined) return;
    event.preventDefault();
    const index = (commands.indexOf(active) + step + commands.length) % commands.length;
    setActiveId(commands[index]?.id ?? null);
  };
  return (
    <Dialog open onClose={onClose} title="Search or jump to" className="palette">
      <div className="palette__field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label="Search or jump to"
          aria-expanded={commands.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active && optionId(id, active)}
          aria-autocomplete="list"
          placeholder="Page, name, address or last four"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActiveId(null);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <CommandList
        id={id}
        commands={commands}
        active={active}
        onPoint={({ id: pointed }) => setActiveId(pointed)}
        onChoose={choose}
      />
      <p role="status" className={commands.length > 0 ? 'lk-visually-hidden' : 'palette__empty'}>
        {describe(commands.length, { isSearching })}
      </p>
    </Dialog>
  );
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function useLines(query: string): { commands: Command[]; isSearching: boolean } {
  const all = useCommands();
  const { found, isSearching } = useFound(query);
  // A pasted key is no name of a page.
  const known = pastedKey(query) === undefined ? filterCommands(all, query) : [];
  const inGroup = (group: Command['group']) => known.filter((command) => command.group === group);
  return { commands: [...inGroup('Pages'), ...found, ...inGroup('Actions'), ...inGroup('Projects')], isSearching };
}

function useActiveInView(elementId: string | undefined): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && elementId !== undefined) {
      document.getElementById(elementId)?.scrollIntoView({ block: 'nearest' });
    }
    isFirst.current = false;
  }, [elementId]);
}

function describe(count: number, { isSearching }: { isSearching: boolean }): string {
  if (count > 0) return `${count} ${count === 1 ? 'result' : 'results'}`;
  return isSearching ? 'Searching…' : 'Nothing goes by that. Searches look at how a word begins.';
}
