import { createContext, useContext } from 'react';

/** Opens the command palette; null where there is none: before signing in. */
export const PaletteContext = createContext<(() => void) | null>(null);

export function useOpenPalette(): (() => void) | null {
  return useContext(PaletteContext);
}
