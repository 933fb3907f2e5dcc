import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { indexAfterKey } from './index-after-key.ts';

export interface Tab<Id extends string> {
  id: Id;
  label: ReactNode;
  content: ReactNode;
}

export interface TabsProps<Id extends string> {
  /** What the tabs divide, for screen readers. */
  label: string;
  tabs: readonly Tab<Id>[];
  /** The tab in front; without it the tabs remember by themselves, and begin with the first. */
  value?: Id;
  onChange?: (id: Id) => void;
  className?: string;
}

/** Views of the same place, one in front: arrows, Home and End move and open at once. */
export function Tabs<Id extends string>({ label, tabs, value, onChange, className }: TabsProps<Id>) {
  const baseId = useId();
  const [remembered, remember] = useState(tabs[0]?.id);
  const current = value ?? remembered;
  const open = (id: Id) => {
    remember(id);
    onChange?.(id);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const index = tabs.findIndex((tab) => tab.id === current);
    const next = tabs[indexAfterKey(event, { index, count: tabs.length, axis: 'horizontal' }) ?? -1];
    if (!next) return;
    event.preventDefault();
    open(next.id);
    document.getElementById(`${baseId}-${next.id}`)?.focus();
  };
  return (
    <div className={classNames('lk-tabs', className)}>
      <div role="tablist" aria-label={label} className="lk-tabs__list" onKeyDown={move}>
        {tabs.map(({ id, label: tabLabel }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${baseId}-${id}`}
            className="lk-tabs__tab"
            aria-selected={id === current}
            aria-controls={id === current ? `${baseId}-panel` : undefined}
            tabIndex={id === current ? 0 : -1}
            onClick={() => open(id)}
          >
            {tabLabel}
          </button>
        ))}
      </div>
      <div
        key={current}
        role="tabpanel"
        id={`${baseId}-panel`}
        aria-labelledby={`${baseId}-${current}`}
        tabIndex={0}
        className="lk-tabs__panel"
      >
        {tabs.find((tab) => tab.id === current)?.content}
      </div>
    </div>
  );
}
