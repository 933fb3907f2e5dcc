import { classNames } from './class-names.ts';

export type IconName = keyof typeof paths;

export interface IconProps {
  name: IconName;
  /** Edge in pixels. */
  size?: number;
  className?: string;
}

/** A small drawing in the colour of the text. It says nothing to screen readers: the words beside it do. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      className={classNames('lk-icon', pointing.has(name) && 'lk-icon--pointing', className)}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** Those that point somewhere, and are mirrored where text runs from right to left. */
const pointing = new Set<string>(['chevron-start', 'chevron-end', 'external', 'sign-out']);

const paths = {
  alert: 'M8 2.2 14.4 13.5H1.6zM8 6.5v3.2M8 11.7v.01',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-end': 'm6 4 4 4-4 4',
  'chevron-start': 'm10 4-4 4 4 4',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M6 5.5h7.5v8H6zM10 5.5V2.5H2.5v8H6',
  device: 'M2.5 3h11v7.5h-11zM6 13.5h4M8 10.5v3',
  external: 'M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6z',
  'eye-off':
    'M6.3 3.7A6 6 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.5s-.6 1.1-1.7 2.2M10.3 12a6 6 0 0 1-2.3.5C4 12.5 1.5 8 1.5 8s.9-1.7 2.6-3M6.7 6.7a1.8 1.8 0 0 0 2.6 2.6M2 2l12 12',
  info: 'M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 1 0 8 1.7zM8 7.3v3.5M8 5v.01',
  key: 'M5.5 2.2a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 1 0 0-6.6zM8 8l5.5 5.5M11 11l1.7-1.7',
  more: 'M3.5 8v.01M8 8v.01M12.5 8v.01',
  pencil: 'M10.5 3l2.5 2.5-7.5 7.5-3 .5.5-3zM9 4.5 11.5 7',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9zM10.3 10.3l3.2 3.2',
  shield: 'M8 1.7 13 3.5v4c0 3.2-2 5.4-5 6.8-3-1.4-5-3.6-5-6.8v-4z',
  'sign-out': 'M6.5 2.5h-4v11h4M6.5 8h7M10.5 5l3 3-3 3',
  sort: 'm5 6 3-3 3 3M5 10l3 3 3-3',
  'sort-down': 'm4 9 4 4 4-4M8 13V3',
  'sort-up': 'm4 7 4-4 4 4M8 3v10',
  team: 'M6 2.8a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 1 0 0-4.8zM1.5 13.2c.3-2.3 2-3.6 4.5-3.6s4.2 1.3 4.5 3.6M10.5 3a2.3 2.3 0 0 1 0 4.4M12 9.9c1.5.5 2.3 1.7 2.5 3.3',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.8 7.3v3.5M9.2 7.3v3.5',
  user: 'M8 2.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 1 0 0-5.4zM2.8 13.5c.4-2.3 2.3-3.6 5.2-3.6s4.8 1.3 5.2 3.6',
} as const;
