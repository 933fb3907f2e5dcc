import { Icon, TextField } from '@latchkey/ui';
import { useEffect, useRef, useState } from 'react';

export interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  /** Told once typing pauses. */
  onSearch: (value: string) => void;
}

const pauseInMillis = 200;

/** What is typed is at once in the field, and a moment later in the list. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [lastValue, setLastValue] = useState(value);
  // The address changed by itself: back, or a link.
  if (value !== lastValue) {
    setLastValue(value);
    setTyped(value);
  }
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => search.current(typed), pauseInMillis);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <TextField
      type="search"
      className="search-field"
      label={label}
      labelHidden
      placeholder={placeholder}
      icon={<Icon name="search" />}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
