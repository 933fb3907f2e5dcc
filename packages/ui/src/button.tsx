import { type ComponentProps, type MouseEvent, type ReactNode } from 'react';
import { buttonClassName, type ButtonLook } from './button-class-name.ts';

export type ButtonProps = ButtonLook &
  Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
    /** Something is under way: looks switched off and refuses, but keeps focus and place. */
    busy?: boolean;
  } & ButtonContent;

/** Words, or an icon alone with the words for those who do not see it. */
export type ButtonContent =
  { children: ReactNode; icon?: ReactNode; label?: string } | { children?: never; icon: ReactNode; label: string };

/**
 * A button. `busy` and `aria-disabled` refuse presses without losing focus; `disabled` takes it out of the tab order.
 */
export function Button(props: ButtonProps) {
  const { variant, size, busy = false, icon, label, className, children, onClick, ...rest } = props;
  const look = { ...(variant && { variant }), ...(size && { size }) };
  const refuses = busy || rest['aria-disabled'] === true;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // Also keeps a form from being sent twice: Enter in a field presses its submit button.
    if (refuses) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={buttonClassName(look, children == null && 'lk-button--icon', className)}
      aria-label={label}
      title={children == null ? label : rest.title}
      aria-busy={busy || undefined}
      aria-disabled={refuses || undefined}
      onClick={press}
    >
      {icon}
      {children != null && <span className="lk-button__text">{children}</span>}
    </button>
  );
}
