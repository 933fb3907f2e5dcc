/** Pixels between anchor and popover, and between popover and the edge of the window at least (twice that). */
const gap = 4;

/**
 * Puts a shown popover below its anchor, or above where there is no room below, along the given edge in the direction of
 * the text, and always inside the window. By hand rather than by CSS anchors, which not every browser has yet.
 */
export function placePopover(
  popover: HTMLElement,
  { anchor, align }: { anchor: HTMLElement; align: 'start' | 'end' },
): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth: windowWidth, clientHeight: windowHeight } = document.documentElement;
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  const left = (align === 'start') === isRtl ? box.right - width : box.left;
  const fitsBelow = box.bottom + gap + height <= windowHeight - 2 * gap;
  const fitsAbove = box.top - gap - height >= 2 * gap;
  const top = fitsBelow || !fitsAbove ? box.bottom + gap : box.top - gap - height;
  popover.style.left = `${clamp(left, windowWidth - width - 2 * gap)}px`;
  popover.style.top = `${clamp(top, windowHeight - height - 2 * gap)}px`;
}

function clamp(value: number, most: number): number {
  return Math.max(2 * gap, Math.min(value, most));
}
