import { Icon, Kbd } from '@latchkey/ui';
import { useOpenPalette } from './palette-context.ts';

/** What the modifier is called on this machine's keyboard. */
const modifier = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl ';

/** Opens the command palette; nothing where there is none. */
export function SearchButton() {
  const open = useOpenPalette();
  return (
    open && (
      <button type="button" className="lk-button search-button" aria-haspopup="dialog" onClick={open}>
        <Icon name="search" className="search-button__icon" />
        <span className="search-button__text">Search or jump to…</span>
        <Kbd>{modifier}K</Kbd>
      </button>
    )
  );
}
