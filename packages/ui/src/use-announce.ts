import { createContext, useContext } from 'react';

/** Speaks one sentence to screen readers, politely. */
export type Announce = (sentence: string) => void;

export const AnnounceContext = createContext<Announce>(() => {});

/** Returns the function that speaks through the nearest live region: that of the dialog, or of the {@link Root}. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
