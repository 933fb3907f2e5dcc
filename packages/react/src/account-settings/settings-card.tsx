'use client';
import { Card, type CardProps } from '@latchkey/ui';
import { use } from 'react';
import { FullPageContext } from '../pages/full-page.ts';

/** A card of a section, with a heading one rank below the section's. */
export function SettingsCard(props: Omit<CardProps, 'level'>) {
  return <Card {...props} level={use(FullPageContext) ? 2 : 3} />;
}
