import { Icon, TextField } from '@latchkey/ui';
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';

export interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  /** Told once typing pauses, and at once by Enter. */
  onSearch: (value: string) => void;
}

const pauseInMillis = 200;

/** What is typed is at once in the field, and a moment later in the list. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState({ value, sent: value });
  // The address changed by itself: back, or a link. What was sent from here comes back late, and must not undo what was typed since.
  if (value !== known.value) {
    setKnown({ value, sent: value });
    if (value !== known.sent) setTyped(value);
  }
  const search = useEffectEvent(() => {
    setKnown({ value, sent: typed });
    onSearch(typed);
  });
  useEffect(() => {
    if (typed === known.sent) return undefined;
    const timer = setTimeout(() => search(), pauseInMillis);
    return () => clearTimeout(timer);
  }, [typed, known.sent]);
  const searchAtOnce = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed === known.sent) return;
    event.preventDefault();
    setKnown({ value, sent: typed });
    onSearch(typed);
  };
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
      onKeyDown={searchAtOnce}
    />
  );
}
