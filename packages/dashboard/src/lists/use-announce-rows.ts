import type { Page } from '@latchkey/react';
import { useAnnounce } from '@latchkey/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';

export interface AnnouncedRows {
  noun: string;
  query: UseQueryResult<Page<unknown>>;
  offset: number;
}

/** Says to screen readers what a search, a filter or another page has brought; the first page says so by itself. */
export function useAnnounceRows({ noun, query, offset }: AnnouncedRows): void {
  const { data: rows, isPlaceholderData } = query;
  const announce = useAnnounce();
  const sentence = rows === undefined || isPlaceholderData ? null : describeRows({ noun, rows, offset });
  const said = useRef<string | null>(null);
  const say = useEffectEvent((text: string) => {
    if (said.current !== null) announce(text);
    said.current = text;
  });
  // While rows are on their way there is no sentence, so that the same one as before is said again.
  useEffect(() => {
    if (sentence !== null) say(sentence);
  }, [sentence]);
}

function describeRows({ noun, rows, offset }: { noun: string; rows: Page<unknown>; offset: number }): string {
  if (rows.length === 0) return `No ${noun} match.`;
  const title = `${noun.charAt(0).toLocaleUpperCase()}${noun.slice(1)}`;
  if (rows.nextCursor === null && offset === 0) return `${title}: ${rows.length.toLocaleString()} in all.`;
  const range = `${(offset + 1).toLocaleString()} to ${(offset + rows.length).toLocaleString()}`;
  return `${title}: ${range}${rows.nextCursor === null ? ', the last ones' : ''}.`;
}
