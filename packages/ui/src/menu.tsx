import { type ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Icon } from './icon.tsx';
import { MenuItem, type MenuEntry } from './menu-item.tsx';
import { useMenu } from './use-menu.ts';

export interface MenuProps {
  /** What the menu holds, for screen readers: "Actions for Billing worker". */
  label: string;
  items: readonly MenuEntry[];
  /** What the button shows and is called; without it, it shows the icon alone and is called as the menu. */
  children?: ReactNode;
  /** Three dots where there is neither icon nor content. */
  icon?: ReactNode;
  /** Above the items, not one of them: who is signed in. */
  header?: ReactNode;
  variant?: NonNullable<ButtonProps['variant']>;
  size?: NonNullable<ButtonProps['size']>;
  /** Which edge of the button the list keeps to. */
  align?: 'start' | 'end';
  className?: string;
}

/** A button that opens a list of things to do: arrows, Home, End and first letters move, Escape closes. */
export function Menu(props: MenuProps) {
  const { label, items, children, icon, header, variant = 'ghost', size = 'medium', align = 'end', className } = props;
  const { isOpen, id, buttonProps, popoverProps, menuProps, close } = useMenu({ align });
  const content = children == null ? { icon: icon ?? <Icon name="more" />, label } : { icon, children };
  return (
    <>
      <Button {...buttonProps} {...content} variant={variant} size={size} className={className} />
      <div {...popoverProps} id={id} popover="auto" className="lk-menu">
        {isOpen ? (
          <>
            {header ? <div className="lk-menu__header">{header}</div> : null}
            <div {...menuProps} role="menu" aria-label={label}>
              {items.map((item, index) =>
                item === 'separator' ? (
                  <div key={index} role="separator" className="lk-menu__separator" />
                ) : (
                  <MenuItem key={index} {...item} close={close} />
                ),
              )}
            </div>
          </>
        ) : null}
      </div>
    </>
  );
}
