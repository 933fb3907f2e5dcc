/**
 * Remembers where in the page the focus is. The answer brings it back there, if what had it is gone meanwhile, such as the
 * row of something removed: to what is left nearest around it.
 */
export function holdFocus(): () => void {
  const places = [...placesAround(document.activeElement)];
  return () => {
    // Later: React has yet to take away what is gone.
    setTimeout(() => {
      const place = places.find(({ isConnected }) => isConnected);
      if (place === undefined || document.activeElement !== document.body) return;
      place.tabIndex = -1;
      place.focus();
    });
  };
}

function* placesAround(element: Element | null) {
  const selector = 'section, main, [tabindex="-1"]';
  for (let place = closest(element, selector); place !== null; place = closest(place.parentElement, selector)) {
    yield place;
  }
}

function closest(element: Element | null, selector: string): HTMLElement | null {
  return element?.closest<HTMLElement>(selector) ?? null;
}
