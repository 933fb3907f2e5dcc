import { type ComponentProps, type ReactNode } from 'react';
import { buttonClassName, type ButtonLook } from './button-class-name.ts';

export interface LinkButtonProps extends ButtonLook, Omit<ComponentProps<'a'>, 'children'> {
  icon?: ReactNode;
  children: ReactNode;
}

/** A link that looks like a {@link Button}: for going somewhere, not for doing something. */
export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  const look = { ...(variant && { variant }), ...(size && { size }) };
  return (
    <a {...rest} className={buttonClassName(look, className)}>
      {icon}
      <span className="lk-button__text">{children}</span>
    </a>
  );
}
