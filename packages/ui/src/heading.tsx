import { type ComponentProps } from 'react';

/** 1 for the title of a page, 2 for a part of it, and so on. */
export type HeadingLevel = 1 | 2 | 3 | 4;

export interface HeadingProps extends ComponentProps<'h1'> {
  level: HeadingLevel;
}

/** A heading whose rank its place decides, and whose look its class. */
export function Heading({ level, ...rest }: HeadingProps) {
  const Element = `h${level}` as const;
  return <Element {...rest} />;
}
