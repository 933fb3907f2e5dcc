import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface NavigationLinkProps extends Pick<LinkProps, 'to' | 'params' | 'activeOptions'> {
  /** How many there are behind it. */
  count?: string | undefined;
  children: ReactNode;
}

/** One line of the navigation; the present one says so. */
export function NavigationLink({ count, children, ...link }: NavigationLinkProps) {
  return (
    <li>
      <Link {...link} className="navigation__link" activeOptions={{ includeSearch: false, ...link.activeOptions }}>
        <span>{children}</span>
        {count === undefined ? null : <span className="lk-faint lk-num">{count}</span>}
      </Link>
    </li>
  );
}
