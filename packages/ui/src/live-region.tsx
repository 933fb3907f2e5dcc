import { type ReactNode, useCallback, useState } from 'react';
import { AnnounceContext } from './use-announce.ts';

export interface LiveRegionProps {
  children: ReactNode;
}

/**
 * Gives everything inside a voice: `useAnnounce()` speaks here. `Root` and `Dialog` bring one each, since what lies
 * outside an open modal dialog is not spoken.
 */
export function LiveRegion({ children }: LiveRegionProps) {
  const [spoken, setSpoken] = useState({ sentence: '', count: 0 });
  const announce = useCallback((sentence: string) => {
    setSpoken(({ count }) => ({ sentence, count: count + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className="lk-visually-hidden">
        {/* A new element for each sentence: the same words twice are spoken twice. */}
        <span key={spoken.count}>{spoken.sentence}</span>
      </div>
    </AnnounceContext>
  );
}
