import { useState } from 'react';
import { classNames } from './class-names.ts';

export interface AvatarProps {
  /** Whose picture it is: its first letter stands in for a missing one. */
  name: string;
  src?: string | null | undefined;
  size?: 'small' | 'medium' | 'large';
  /** What screen readers hear; leave it out where the name stands beside it. */
  label?: string;
  /** `square` for teams. */
  shape?: 'round' | 'square';
}

/** The picture of a user or a team. */
export function Avatar({ name, src, size = 'small', label, shape = 'round' }: AvatarProps) {
  const [failed, setFailed] = useState<string>();
  const className = classNames('lk-avatar', `lk-avatar--${size}`, shape === 'square' && 'lk-avatar--square');
  if (src && src !== failed) {
    return <img className={className} src={src} alt={label ?? ''} onError={() => setFailed(src)} />;
  }
  const [initial = ''] = name.trim();
  return (
    <span className={className} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      {initial.toLocaleUpperCase()}
    </span>
  );
}
