import { type ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { LiveRegion } from './live-region.tsx';

export interface RootProps extends ComponentProps<'div'> {
  /** `system` follows the user's setting; the others force one. */
  theme?: 'system' | 'light' | 'dark';
}

/** The element that all other primitives live in: it carries tokens, colour scheme, direction and the live region. */
export function Root({ theme = 'system', className, children, ...rest }: RootProps) {
  return (
    <div
      {...rest}
      className={classNames('lk-root', className)}
      {...(theme === 'system' ? {} : { 'data-theme': theme })}
    >
      <LiveRegion>{children}</LiveRegion>
    </div>
  );
}
