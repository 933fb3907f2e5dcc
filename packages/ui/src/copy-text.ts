/**
 * Puts a text on the clipboard, leaves focus where it is, and tells whether that worked. Pages that are not served
 * securely have no clipboard, so the old command stands in; its text area must be inside the modal dialog that may be
 * open, hence `beside`. Call it before anything is awaited: the command works only while a press is handled.
 */
export async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text, beside);
  }
}

function copyByCommand(text: string, beside: HTMLElement): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'lk-visually-hidden';
  beside.after(area);
  area.focus({ preventScroll: true });
  area.select();
  // Deprecated, and the only way where there is no navigator.clipboard.
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
