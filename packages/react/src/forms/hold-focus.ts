/**
 * Remembers in which part of the page the focus is. The answer brings it back there, if what had it is gone meanwhile, such
 * as the row of something removed.
 */
export function holdFocus(): () => void {
  const section = document.activeElement?.closest('section') ?? null;
  return () => {
    // Later: React has yet to take away what is gone.
    setTimeout(() => {
      if (section === null || document.activeElement !== document.body) return;
      section.tabIndex = -1;
      section.focus();
    });
  };
}
