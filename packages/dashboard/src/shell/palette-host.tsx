import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { PaletteContext } from './palette-context.ts';

const CommandPalette = lazy(async () => {
  const { CommandPalette: component } = await import('../palette/command-palette.tsx');
  return { default: component };
});

/** Opens the command palette over the pages inside, at their buttons and at ⌘K or Ctrl+K. It is loaded when it is first asked for. */
export function PaletteHost({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const open = useCallback(() => setIsOpen(true), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.metaKey === event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      // A question that has to be answered is not covered by another dialog.
      if (document.querySelector('dialog[open]:not(.palette)') === null) setIsOpen((was) => !was);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <PaletteContext value={open}>
      {children}
      {isOpen ? (
        <Suspense fallback={null}>
          <CommandPalette onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </PaletteContext>
  );
}
