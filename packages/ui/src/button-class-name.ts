import { classNames } from './class-names.ts';

export interface ButtonLook {
  /** `primary` for the one thing to do here, `danger` for what cannot be undone, `link` inside running text. */
  variant?: 'primary' | 'secondary' | 'danger' | 'ghost' | 'link';
  size?: 'small' | 'medium';
}

/** The classes of what looks like a button, whatever its element. */
export function buttonClassName(
  { variant = 'secondary', size = 'medium' }: ButtonLook,
  ...more: (string | false | undefined)[]
) {
  return classNames('lk-button', `lk-button--${variant}`, size === 'small' && 'lk-button--small', ...more);
}
