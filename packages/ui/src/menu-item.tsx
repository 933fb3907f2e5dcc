import { type PointerEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export type MenuEntry = MenuAction | 'separator';

export interface MenuAction {
  label: ReactNode;
  icon?: ReactNode;
  /** At the far end, quieter: a count, a key. */
  detail?: ReactNode;
  onSelect?: () => void;
  /** Makes the item a link. */
  href?: string;
  /** `danger` for what cannot be undone. */
  tone?: 'neutral' | 'danger';
  disabled?: boolean;
  /** Makes the item one choice of several, marked when true. */
  checked?: boolean;
}

export interface MenuItemProps extends MenuAction {
  close: () => void;
}

/** One line of a {@link Menu}. */
export function MenuItem(props: MenuItemProps) {
  const { label, icon, detail, onSelect, href, tone, disabled = false, checked, close } = props;
  const choose = () => {
    if (disabled) return;
    // First, so that a dialog which the choice opens gives focus back to the menu's button.
    close();
    onSelect?.();
  };
  const common = {
    role: checked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': checked,
    'aria-disabled': disabled || undefined,
    tabIndex: -1,
    className: classNames('lk-menu__item', tone === 'danger' && 'lk-menu__item--danger'),
    onClick: choose,
    // One mark for hand and keyboard: the item under the pointer is the one that has focus.
    onPointerMove: (event: PointerEvent<HTMLElement>) => event.currentTarget.focus({ preventScroll: true }),
  };
  const content = (
    <>
      {icon}
      <span className="lk-menu__label">{label}</span>
      {detail == null ? null : <span className="lk-menu__detail">{detail}</span>}
      {checked ? <Icon name="check" /> : null}
    </>
  );
  return href === undefined || disabled ? (
    <button type="button" {...common}>
      {content}
    </button>
  ) : (
    <a href={href} {...common}>
      {content}
    </a>
  );
}
