import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  type ToggleEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { findByTyping, type Typed } from './find-by-typing.ts';
import { indexAfterKey } from './index-after-key.ts';
import { placePopover } from './place-popover.ts';

/** The behaviour of a menu: a native popover that opens at its button, with focus that moves among its items. */
export function useMenu({ align }: { align: 'start' | 'end' }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  const place = () => {
    if (button.current && popover.current) placePopover(popover.current, { anchor: button.current, align });
  };
  const open = (which: 'first' | 'last') => {
    // At once, not with the popover's own (later) event: it must not be painted empty or at the wrong place.
    flushSync(() => setIsOpen(true));
    button.current?.focus();
    popover.current?.showPopover();
    place();
    itemsIn(popover.current)
      .at(which === 'first' ? 0 : -1)
      ?.focus();
  };
  const close = () => popover.current?.hidePopover();

  useFollowing({ isOpen, place });
  const onMenuKeyDown = useMenuKeys({ popover, close });

  const onButtonKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 'first' : 'last');
  };
  return {
    id,
    isOpen,
    close,
    buttonProps: {
      ref: button,
      // Also tells the browser that a press on the button is not a press outside the menu.
      popoverTarget: id,
      'aria-haspopup': 'menu' as const,
      'aria-expanded': isOpen,
      onKeyDown: onButtonKeyDown,
      onClick: (event: MouseEvent) => {
        event.preventDefault();
        if (isOpen) close();
        else open('first');
      },
    },
    popoverProps: {
      ref: popover,
      onToggle: (event: ToggleEvent<HTMLElement>) => setIsOpen(event.newState === 'open'),
    },
    menuProps: { onKeyDown: onMenuKeyDown },
  };
}

/** Keeps an open menu at its button while the page moves beneath it. */
function useFollowing({ isOpen, place }: { isOpen: boolean; place: () => void }) {
  useEffect(() => {
    if (!isOpen) return;
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  });
}

function useMenuKeys({ popover, close }: { popover: RefObject<HTMLElement | null>; close: () => void }) {
  const typed = useRef<Typed>({ text: '', at: 0 });
  return (event: KeyboardEvent) => {
    // Tab leaves from the button, where closing has put focus.
    if (event.key === 'Tab') return close();
    const items = itemsIn(popover.current);
    const index = items.findIndex((item) => item === document.activeElement);
    const next =
      indexAfterKey(event, { index, count: items.length, axis: 'vertical' }) ??
      findByTyping(event, { typed: typed.current, words: items.map((item) => item.textContent), index });
    if (event.key === 'Escape') close();
    else if (next === undefined) return;
    else items[next]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
}

function itemsIn(popover: HTMLElement | null): HTMLElement[] {
  return [...(popover?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}
